import { calibrated, evidenceOf } from '../../../main/detect/tagger/calibration';
import { LEAST_SCORES, QUESTION_LEVELS, type QuestionLevel } from '../../../shared/model/questionLevel';
import type { Calibration, Judged, JudgedText } from './calibrate';

/** How many of so many. */
interface Share {
  of: number;
  right: number;
}
const none = (): Share => ({ of: 0, right: 0 });
const add = (share: Share, right: boolean) => {
  share.of++;
  if (right) share.right++;
};
const valueOf = ({ of, right }: Share) => (of === 0 ? 1 : right / of);

export interface Figures {
  person: Share;
  place: Share;
  precision: Share;
}

/**
 * A mention is found when each of its words lies in a suggestion; a suggestion of a person or place is right when it touches
 * the name of one.
 */
export function figuresOf(texts: readonly JudgedText[], isAsked: (candidate: Judged) => boolean): Figures {
  const figures: Figures = { person: none(), place: none(), precision: none() };
  for (const { text, mentions, candidates } of texts) {
    const asked = candidates.filter(isAsked);
    for (const { type, start, end } of mentions) {
      if (type !== 'person' && type !== 'place') continue;
      const words = Array.from(
        text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu),
        ({ index }) => start + index,
      );
      add(
        figures[type],
        words.every((at) => asked.some((one) => one.start <= at && one.end > at)),
      );
    }
    for (const one of asked) if (one.type !== 'organisation') add(figures.precision, one.right);
  }
  return figures;
}

const shown = ({ person, place, precision }: Figures) =>
  `${valueOf(person).toFixed(3)} ${valueOf(place).toFixed(3)} @${valueOf(precision).toFixed(2)}`;

/** Recall of people and places @ precision for each language, way of writing and level, on both halves. */
export function report(texts: readonly JudgedText[], calibration: Calibration): string {
  const scores = new Map(
    texts.flatMap(({ candidates }) =>
      candidates.map((one) => [one, calibrated(calibration[one.model], evidenceOf(one))] as const),
    ),
  );
  const scoreOf = (one: Judged) => scores.get(one) ?? 0;
  const asked = (level: QuestionLevel) => (one: Judged) => scoreOf(one) >= LEAST_SCORES[level];
  const lines: string[] = [];
  const groups = new Map<string, JudgedText[]>();
  for (const text of texts) {
    const names = [`${text.language} ${text.variant}`, ...(text.variant === 'written' ? [text.file] : [])];
    for (const name of names) groups.set(name, [...(groups.get(name) ?? []), text]);
  }
  for (const [name, group] of groups) {
    for (const aside of [false, true]) {
      const half = group.filter((text) => text.aside === aside);
      const { person, place } = figuresOf(half, () => true);
      const levels = QUESTION_LEVELS.map((level) => `${level} ${shown(figuresOf(half, asked(level)))}`);
      lines.push(
        `${name.padEnd(22)} ${aside ? 'measured' : 'tuned on'} (${person.of}/${place.of})  ${levels.join('  ')}  rules ${shown(figuresOf(half, ({ rule }) => rule !== null))}`,
      );
    }
  }
  lines.push('of scores around … so many were right, on the half that was only measured:');
  for (const model of Object.keys(calibration)) {
    const bins = Array.from({ length: 10 }, none);
    for (const { aside, candidates } of texts) {
      if (aside)
        for (const one of candidates)
          if (one.model === model) add(bins[Math.min(9, Math.floor(scoreOf(one) * 10))] ?? none(), one.right);
    }
    lines.push(
      `${model.padEnd(18)} ${bins.map((bin, i) => `.${i}5: ${valueOf(bin).toFixed(2)} (${bin.of})`).join('  ')}`,
    );
  }
  return lines.join('\n');
}
