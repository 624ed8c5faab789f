import type { Range, Text } from '@codemirror/state';
import { Decoration, WidgetType } from '@codemirror/view';
import { t } from '../../../shared/messages/messages';
import type { Suggestion } from '../../../shared/model/suggestion';
import type { ProjectDocument } from '../../../shared/document/document';
import { splitWord } from '../../../shared/model/marker';
import type { PlannedRun, RedactionPlan } from '../../../shared/plan/RedactionPlan';
import type { Word } from '../../../shared/model/word';
import type { Found } from '../../../shared/text/findSpaceless';
import { indexWords } from '../../../shared/plan/wordIndex';
import type { Tokens } from './tokens';

/** The text in the editor, and the words that it was made from. */
export interface Written {
  text: Text;
  tokens: Tokens;
  words: readonly Word[];
}

/** Confidence below which a word deserves a second look. */
const UNSURE_CONFIDENCE = 0.6;

/** A bar as wide as the marker that will be published, since the width of the word would tell of it. */
export class MarkerBar extends WidgetType {
  constructor(
    readonly marker: string,
    readonly selected: boolean,
    readonly goesOn: boolean,
  ) {
    super();
  }

  override eq(other: MarkerBar): boolean {
    return other.marker === this.marker && other.selected === this.selected && other.goesOn === this.goesOn;
  }

  get text(): string {
    return this.goesOn ? '(…)' : this.marker;
  }

  override toDOM(): HTMLElement {
    const bar = document.createElement('span');
    bar.className = this.selected ? 'withheld selected' : 'withheld';
    bar.textContent = this.text;
    bar.setAttribute('role', 'img');
    bar.setAttribute(
      'aria-label',
      this.goesOn ? t('withheld, goes on') : t('withheld: {marker}', { marker: this.marker }),
    );
    return bar;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

interface BarsOfRun {
  tokens: Tokens;
  isSelected: boolean;
  bars: readonly Range<Decoration>[];
}

/** The bars that were made last for each run. A mark makes one, and leaves thousands. */
const known = new WeakMap<PlannedRun, BarsOfRun>();

/**
 * Puts a bar in place of each withheld run.
 * @param selected the mention that the panel is about.
 */
export function barsOf(written: Written, { runs }: RedactionPlan, selected: string | null) {
  const { tokens } = written;
  return runs.flatMap((run) => {
    const isSelected = selected !== null && run.mentionIds.includes(selected);
    const before = known.get(run);
    if (before?.tokens === tokens && before.isSelected === isSelected) return before.bars;
    const bars = barsOfRun(written, run, isSelected);
    known.set(run, { tokens, isSelected, bars });
    return bars;
  });
}

function barsOfRun(
  written: Written,
  { first, last, marker }: PlannedRun,
  isSelected: boolean,
): Range<Decoration>[] {
  const { text, tokens } = written;
  if (last < first) {
    const widget = new MarkerBar(marker, isSelected, false);
    return [Decoration.widget({ widget, side: -1 }).range(tokens.starts[first] ?? text.length)];
  }
  return placesOf(written, first, last).map(({ from, to }, i) =>
    Decoration.replace({ widget: new MarkerBar(marker, isSelected, i > 0) }).range(from, to),
  );
}

/** Shows withheld words while somebody looks at them. */
export const peekedIn = (written: Written, { runs }: RedactionPlan): Range<Decoration>[] =>
  runs.flatMap(({ first, last, marker }) =>
    placesOf(written, first, last).map(({ from, to }, i) => {
      const { text } = new MarkerBar(marker, false, i > 0);
      return Decoration.mark({ class: 'withheld-peeked', copiedAs: text }).range(from, to);
    }),
  );

/** Marks mentions that are kept or not decided. */
export function opensOf(
  written: Written,
  { entities, mentions }: ProjectDocument,
  selected: string | null,
): Range<Decoration>[] {
  const decisions = new Map(entities.map(({ id, decision }) => [id, decision]));
  return mentions.flatMap(({ id, entityId, decision = decisions.get(entityId), wordIds }) => {
    if (decision === 'withhold') return [];
    const className = decision === 'keep' ? 'kept' : 'suggested';
    return markedWords(written, id === selected ? `${className} selected` : className, wordIds);
  });
}

export const suggestedIn = (
  written: Written,
  suggestions: readonly Pick<Suggestion, 'wordIds'>[],
): Range<Decoration>[] =>
  suggestions.flatMap(({ wordIds = [] }) => markedWords(written, 'suggested', wordIds));

/** Marks what is looked for, and the one of its places that is gone to. */
export const foundIn = (
  { tokens: { starts } }: Written,
  found: readonly Found[],
  current: number,
): Range<Decoration>[] =>
  found.flatMap(({ first, last, from, to }, i) => {
    const [begin, end] = [starts[first], starts[last]];
    if (begin === undefined || end === undefined || end + to <= begin + from) return [];
    return [markOf(i === current ? 'found current' : 'found').range(begin + from, end + to)];
  });

/** Marks words that the recogniser was not sure of, or that were not found in the recording. */
export const unsureIn = (written: Written): Range<Decoration>[] =>
  written.words.flatMap(({ confidence = 1, flags, unplaced }, i) => {
    const isFlagged = flags !== undefined || unplaced !== undefined;
    if (!isFlagged && confidence >= UNSURE_CONFIDENCE) return [];
    return marked(written, isFlagged ? 'unsure flagged' : 'unsure', i, i);
  });

function markedWords(written: Written, className: string, wordIds: readonly string[]): Range<Decoration>[] {
  const { at } = indexWords(written.words);
  const places = wordIds.flatMap((id) => at.get(id) ?? []);
  const [first, last] = [places[0], places.at(-1)];
  return first === undefined || last === undefined ? [] : marked(written, className, first, last);
}

function marked(written: Written, className: string, first: number, last: number): Range<Decoration>[] {
  const mark = markOf(className);
  return placesOf(written, first, last).map(({ from, to }) => mark.range(from, to));
}

const marks = new Map<string, Decoration>();
function markOf(className: string): Decoration {
  const mark = marks.get(className) ?? Decoration.mark({ class: className });
  marks.set(className, mark);
  return mark;
}

/** Returns the places of a run of words, one for each line: replacing the end of a line would join it to the next. */
function placesOf({ text, tokens, words }: Written, first: number, last: number) {
  // Signs around the words are published, so they stay outside.
  const { lead } = splitWord(words[first]?.text ?? '');
  const { tail } = splitWord(words[last]?.text ?? '');
  let from = (tokens.starts[first] ?? 0) + lead.length;
  const end = (tokens.ends[last] ?? from) - tail.length;
  if (first === last) return from < end ? [{ from, to: end }] : [];
  const places: { from: number; to: number }[] = [];
  while (from < end) {
    const line = text.lineAt(from);
    const to = Math.min(end, line.to);
    if (to > from) places.push({ from, to });
    from = line.to + 1;
  }
  return places;
}
