import { TITLES } from '../../../main/detect/lexicon/cueWords';
import { fold } from '../../../shared/text/romanKey';
import type { Suggestion } from '../../../shared/model/suggestion';
import type { Measured } from '../../../shared/model/measured';
import {
  DEFAULT_QUESTIONS,
  LEAST_SCORES,
  QUESTION_LEVELS,
  type QuestionLevel,
} from '../../../shared/model/questionLevel';
import { isRight } from './calibrate';
import type { DevelopmentText } from './developmentTexts';
import type { Variant } from './variants';

/** A text with what the app would ask about. */
export interface DecidedText extends DevelopmentText {
  variant: Variant;
  suggestions: readonly Suggestion[];
}

/** A share: `right` of `of` cases. */
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

/** Returns where the words of a mention begin in it, titles apart. */
const wordsOf = (mention: string): number[] =>
  Array.from(mention.matchAll(/[\p{L}\p{N}]+/gu))
    .filter(([word]) => !TITLES.has(fold(word)))
    .map(({ index }) => index);

/**
 * Counts what was found and what was right. A mention is found when each of its words, titles apart, lies in a
 * suggestion. A suggestion of a person or place is right when it touches the name of one.
 */
export function figuresOf(texts: readonly DecidedText[], isAsked: (one: Suggestion) => boolean): Figures {
  const figures: Figures = { person: none(), place: none(), precision: none() };
  for (const decided of texts) {
    const { text, mentions, suggestions } = decided;
    const asked = suggestions.filter(isAsked);
    for (const { type, start, end } of mentions) {
      if (type !== 'person' && type !== 'place') continue;
      const words = wordsOf(text.slice(start, end)).map((at) => start + at);
      add(
        figures[type],
        words.every((at) => asked.some((one) => one.start <= at && one.end > at)),
      );
    }
    for (const one of asked) if (one.type !== 'organisation') add(figures.precision, isRight(decided, one));
  }
  return figures;
}

const shown = ({ person, place, precision }: Figures) =>
  `${valueOf(person).toFixed(3)} ${valueOf(place).toFixed(3)} @${valueOf(precision).toFixed(2)}`;

const rounded = (share: Share) => Math.round(valueOf(share) * 1000) / 1000;

/** Measures by language, on the half that was only measured, as it is written. */
export function measuredOf(texts: readonly DecidedText[]): Measured['languages'] {
  const aside = texts.filter((text) => text.aside && text.variant === 'written');
  const at = (language: string, level: QuestionLevel) => {
    const { person, place, precision } = figuresOf(
      aside.filter((text) => text.language === language),
      ({ score }) => score >= LEAST_SCORES[level],
    );
    return { person: rounded(person), place: rounded(place), precision: rounded(precision) };
  };
  return Object.fromEntries(
    languagesOf(texts).map((language) => [
      language,
      {
        fewer: at(language, 'fewer'),
        balanced: at(language, 'balanced'),
        everything: at(language, 'everything'),
      },
    ]),
  );
}

/**
 * Measures by language, on the same half, which share of the names was found at the usual level, and in how few
 * sentences.
 */
export function measuredOfFew(texts: readonly DecidedText[]): Measured['few'] {
  const of = (language: string) => {
    const own = texts.filter((text) => text.aside && text.language === language);
    const { person, place } = figuresOf(own, ({ score }) => score >= LEAST_SCORES[DEFAULT_QUESTIONS]);
    return {
      sentences: own.reduce((sum, { text }) => sum + text.split('\n').length, 0),
      found: rounded({ of: person.of + place.of, right: person.right + place.right }),
    };
  };
  return Object.fromEntries(languagesOf(texts).map((language) => [language, of(language)]));
}

const languagesOf = (texts: readonly DecidedText[]): string[] => [
  ...new Set(texts.map(({ language }) => language)),
];

/** Reports recall of people and places @ precision for each language, way of writing and level, on both halves. */
export function report(texts: readonly DecidedText[]): string {
  const asked = (level: QuestionLevel) => (one: Suggestion) => one.score >= LEAST_SCORES[level];
  const lines: string[] = [];
  const groups = new Map<string, DecidedText[]>();
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
        `${name.padEnd(22)} ${aside ? 'measured' : 'tuned on'} (${person.of}/${place.of})  ${levels.join('  ')}`,
      );
    }
  }
  lines.push('of scores around … so many were right, on the half that was only measured:');
  for (const [name, group] of groups) {
    const bins = Array.from({ length: 10 }, none);
    for (const text of group.filter(({ aside }) => aside)) {
      for (const one of text.suggestions)
        add(bins[Math.min(9, Math.floor(one.score * 10))] ?? none(), isRight(text, one));
    }
    lines.push(
      `${name.padEnd(22)} ${bins.map((bin, i) => `.${i}5: ${valueOf(bin).toFixed(2)} (${bin.of})`).join('  ')}`,
    );
  }
  return lines.join('\n');
}
