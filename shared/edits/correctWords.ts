import type { Command, SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { saidWithin } from '../plan/boundaries';
import { hiddenWords } from '../plan/hiddenWords';
import { withheldMentions } from '../plan/RedactionPlan';
import type { Mention, Span } from '../model/entity';
import { commonWords } from '../text/commonWords';
import {
  attributed,
  attributionOf,
  isTimed,
  SHORTEST_WORD_SECONDS,
  type Attribution,
  type Word,
} from '../model/word';
import { indexWords } from '../plan/wordIndex';

/** A word as it was typed, and whether it begins a line. */
export interface WrittenWord {
  text: string;
  begins: boolean;
  /** True when no space stands before it. */
  glued?: true;
  /**
   * Id of the word that it still is, whatever signs stand around it now. It is a withheld word, which typing never
   * changes.
   */
  of?: string;
}

/** Least seconds of a word that was put in between two others. */
const SHORTEST_NEW_WORD_SECONDS = 0.1;
/** Most pairs of old and new words that are searched for what they have in common. */
const MOST_PAIRS = 4_000_000;

/**
 * Puts corrected words in place of `count` others from `first` on, which should be whole lines.
 *
 * What was not touched keeps its times, and so does a word that stands for one other. Several new words share the time
 * of those that they replace, by their length. Nothing else is moved.
 *
 * Words in place of withheld ones are withheld, and so is what was put between two words of one mark; a span is never
 * changed. What was written beside words that are said to be still what they were (`of`), or where no word is withheld,
 * belongs to no mark, and its times lie outside of what is withheld by time.
 * @returns null when nothing changes.
 */
export function correctWords(
  document: ProjectDocument,
  first: number,
  count: number,
  written: readonly WrittenWord[],
  label = 'Correct',
): Command | null {
  const old = document.words.slice(first, first + count);
  const before = document.words[first - 1];
  const after = document.words[first + count];
  let { nextId } = document;
  // Recognised words may be numbered at the same time, so typed ones have a letter of their own.
  const id = () => `t${nextId++}`;
  const made: Word[] = [];
  const successors = new Map<string, string[]>();
  const pinned = new Set(written.flatMap(({ of }) => of ?? []));
  const hiding = pinned.size > 0 || isBesideStretch(document, old) ? hidingIn(document) : null;

  for (const gap of gapsOf(old, written)) {
    const replaced = old.slice(gap.from, gap.to);
    const texts = written.slice(gap.begin, gap.end);
    const same = replaced.length === texts.length;
    const ids = texts.map((_, i) => replaced[i]?.id ?? id());
    const times = same
      ? replaced.map(({ start, end, within }) => ({ start, end, ...(within && { within }) }))
      : timesFor(texts, replaced, made.at(-1) ?? before, old[gap.to] ?? after, durationOf(document), hiding);
    for (const [i, { text }] of texts.entries()) {
      const [from, time] = [replaced[i], times[i] ?? { start: null, end: null }];
      if (same && from?.text === text) made.push(from);
      else made.push({ id: ids[i] ?? id(), text, ...time });
    }
    if (!same) for (const word of replaced) successors.set(word.id, ids);
  }

  const words = made.map((word, i) => inLine(word, written[i] ?? { begins: false }));
  carrySpeakers(words, old, before);
  carryLanguages(words, old);
  if (JSON.stringify(words) === JSON.stringify(old)) return null;

  const steps: SingleCommand[] = [
    { type: 'setNextId', nextId },
    { type: 'replaceWords', at: first, remove: count, words },
    ...followMarks(document, old, words, successors, pinned),
  ];
  return { label, steps };
}

/** A stretch `[from, to)` of old words, and the new words `[begin, end)` in its place. */
interface Gap {
  from: number;
  to: number;
  begin: number;
  end: number;
}

/**
 * Returns old and new words in pairs where they read alike, and the gaps between these, in order and without a hole.
 */
function gapsOf(old: readonly Word[], written: readonly WrittenWord[]): Gap[] {
  const pairs = pairsOf(old, written);
  const gaps: Gap[] = [];
  let [from, begin] = [0, 0];
  for (const [to, end] of [...pairs, [old.length, written.length] as const]) {
    if (to > from || end > begin) gaps.push({ from, to, begin, end });
    if (to < old.length && end < written.length)
      gaps.push({ from: to, to: to + 1, begin: end, end: end + 1 });
    [from, begin] = [to + 1, end + 1];
  }
  return gaps;
}

/** Pairs words that stay what they are said to be and, between them, those that read alike. */
function pairsOf(old: readonly Word[], written: readonly WrittenWord[]): [number, number][] {
  const at = new Map(old.map(({ id }, i) => [id, i]));
  const pairs: [number, number][] = [];
  let [from, begin] = [0, 0];
  const pairUp = (to: number, end: number) => {
    const a = old.slice(from, to).map(({ text }) => text);
    const b = written.slice(begin, end).map(({ text }) => text);
    if (a.length * b.length > MOST_PAIRS) return;
    for (const [i, j] of commonWords(a, b)) pairs.push([from + i, begin + j]);
  };
  for (const [end, { of }] of written.entries()) {
    const to = of === undefined ? undefined : at.get(of);
    if (to === undefined || to < from) continue;
    pairUp(to, end);
    pairs.push([to, end]);
    [from, begin] = [to + 1, end + 1];
  }
  pairUp(old.length, written.length);
  return pairs;
}

/**
 * Everything that is withheld as it is: words by their ids, and stretches of time (seconds) with whatever is said in
 * them.
 */
interface Hiding {
  words: ReadonlySet<string>;
  stretches: readonly Span[];
}

const hidingIn = (document: ProjectDocument): Hiding => ({
  words: hiddenWords(document),
  stretches: withheldMentions(document).flatMap(({ drawn, span }) => (drawn && span ? [span] : [])),
});

/** Tells whether what is written may stand beside a stretch that is withheld by time, and is under no bar itself. */
function isBesideStretch(document: ProjectDocument, old: readonly Word[]): boolean {
  if (!withheldMentions(document).some(({ drawn, span }) => drawn && span)) return false;
  const hidden = hiddenWords(document);
  return !old.some(({ id }) => hidden.has(id));
}

type Times = Pick<Word, 'start' | 'end' | 'within'>;

/** Returns times (seconds) for new words: those of the words that they replace, or what lies between the neighbours. */
function timesFor(
  texts: readonly WrittenWord[],
  replaced: readonly Word[],
  before: Word | undefined,
  after: Word | undefined,
  duration: number | null,
  hiding: Hiding | null,
): Times[] {
  const timed = replaced.filter(isTimed);
  const next = after && isTimed(after) ? after.start : (duration ?? Infinity);
  const [first] = timed;
  if (first) {
    const said = timed.map(saidWithin);
    const within = {
      from: Math.min(...said.map(({ from }) => from)),
      to: Math.max(...said.map(({ to }) => to)),
    };
    const times = shared(texts, first.start, Math.max(...timed.map(({ end }) => end)), next);
    const guessed = texts.length > 1 || timed.some((word) => word.within);
    // The words' shares are a guess by their letters: each is known only to lie somewhere in all of the time.
    return guessed ? times.map((time) => ({ ...time, within })) : times;
  }
  if (duration === null || (before && !isTimed(before)) || (after && !isTimed(after))) {
    return texts.map(() => ({ start: null, end: null }));
  }
  const needed = SHORTEST_NEW_WORD_SECONDS * texts.length;
  if (hiding) {
    const beside = timesBesideHidden(texts, before, after, { from: before?.end ?? 0, to: next }, hiding);
    if (beside) return beside;
  }
  const free = before?.end ?? 0;
  if (next - free >= needed) {
    const times = shared(texts, free, Math.min(next, free + 4 * needed), next);
    return times.map((time) => ({ ...time, within: { from: free, to: next } }));
  }
  // Nobody pauses here, so what was put in was said with the word in front.
  const from = before && isTimed(before) ? saidWithin(before).from : 0;
  const times = shared(texts, Math.max(before?.start ?? 0, next - needed), next, next);
  return times.map((time) => ({ ...time, within: { from: Math.min(from, next), to: Math.max(next, free) } }));
}

/**
 * Returns times for what is put in beside something withheld, so that it is not taken for a part of that: in what is
 * left of the pause, or else together with the neighbour that is published. Null when neither concerns it.
 */
function timesBesideHidden(
  texts: readonly WrittenWord[],
  before: Word | undefined,
  after: Word | undefined,
  pause: Span,
  { words, stretches }: Hiding,
): Times[] | null {
  const needed = SHORTEST_NEW_WORD_SECONDS * texts.length;
  let { from, to } = pause;
  for (const stretch of stretches) {
    if (stretch.from <= from && stretch.to > from) from = stretch.to;
    else if (stretch.from > from && stretch.from < to) to = stretch.from;
  }
  if (to - from >= needed) {
    if (from === pause.from && to === pause.to) return null;
    return shared(texts, from, Math.min(to, from + 4 * needed), to).map((time) => ({
      ...time,
      within: { from, to },
    }));
  }
  const isShown = (word: Word | undefined) => word !== undefined && isTimed(word) && !words.has(word.id);
  if (before && isTimed(before) && isShown(before)) {
    if (from === pause.from && to === pause.to) return null;
    const times = shared(texts, Math.max(before.start, before.end - needed), before.end, pause.to);
    return times.map((time) => ({ ...time, within: saidWithin(before) }));
  }
  if (!after || !isTimed(after) || !isShown(after)) return null;
  const within = saidWithin(after);
  return shared(texts, pause.to, pause.to, pause.to).map((time) => ({ ...time, within }));
}

/**
 * Lays words beside one another from `from` to `to` (seconds), by their lengths. None begins behind `next`, where the
 * word behind them does, even if they then share a moment.
 */
function shared(texts: readonly WrittenWord[], from: number, to: number, next: number): Times[] {
  const total = texts.reduce((sum, { text }) => sum + text.length, 0);
  const first = Math.min(from, next);
  let done = 0;
  return texts.map(({ text }) => {
    const start = Math.min(first + ((to - first) * done) / total, next);
    done += text.length;
    return { start, end: Math.max(first + ((to - first) * done) / total, start + SHORTEST_WORD_SECONDS) };
  });
}

function durationOf({ media, words }: ProjectDocument): number | null {
  if (words.length > 0 && !words.some(isTimed)) return null;
  return media?.duration ?? words.filter(isTimed).at(-1)?.end ?? null;
}

function inLine(
  { paragraph: _paragraph, glued: _glued, ...rest }: Word,
  { begins, glued }: Pick<WrittenWord, 'begins' | 'glued'>,
): Word {
  // Without `paragraph` the speaker alone tells whether the line goes on from the word in front.
  return { ...rest, ...(glued && { glued }), ...(begins && { paragraph: true }) };
}

/**
 * Gives each line one speaker: that of its first word, which has it from the old word that it stands for or goes on
 * from.
 */
function carrySpeakers(words: Word[], old: readonly Word[], before: Word | undefined): void {
  const known = new Map(old.map((word) => [word.id, attributionOf(word)]));
  const begin = before ?? old[0];
  let said: Attribution = begin ? attributionOf(begin) : {};
  for (const [i, word] of words.entries()) {
    const own = known.get(word.id);
    if (word.paragraph || (i === 0 && !before)) said = own ?? said;
    // Correcting what is said does not confirm who says it.
    words[i] = attributed(word, own && own.speaker === said.speaker ? own : said);
  }
}

/** Gives a corrected word the language that it had, and an added word that of the word in front of it. */
function carryLanguages(words: Word[], old: readonly Word[]): void {
  const known = new Map(old.map(({ id, language }) => [id, language]));
  let said = old[0]?.language;
  for (const [i, word] of words.entries()) {
    if (known.has(word.id)) said = known.get(word.id);
    if (said !== undefined && word.language === undefined) words[i] = { ...word, language: said };
  }
}

/** Returns the steps by which words in place of a mark's words, or between them, belong to the mark too. */
function followMarks(
  { mentions, words: all }: ProjectDocument,
  old: readonly Word[],
  words: readonly Word[],
  successors: ReadonlyMap<string, string[]>,
  pinned: ReadonlySet<string>,
): SingleCommand[] {
  const gone = new Set(old.map(({ id }) => id));
  const { at } = indexWords(all);
  const steps: SingleCommand[] = [];
  for (const mention of mentions) {
    if (!mention.wordIds.some((id) => gone.has(id))) continue;
    const wanted = new Set(mention.wordIds.flatMap((id) => successors.get(id) ?? [id]));
    const places = words.flatMap(({ id }, i) => (wanted.has(id) ? [i] : []));
    const inside = new Set(words.slice(places[0] ?? 0, (places.at(-1) ?? -1) + 1).map(({ id }) => id));
    const kept = mention.wordIds.filter((id) => at.has(id) && !gone.has(id));
    const isWhole = isUnbroken(mention, old) && !mention.wordIds.some((id) => pinned.has(id));
    const theirs = isWhole ? [...inside] : [...inside].filter((id) => wanted.has(id));
    const wordIds = [...new Set([...kept, ...theirs])];
    if (wordIds.join() === mention.wordIds.join()) continue;
    // The mask of a word that was deleted has to last as long as the mark.
    const isFewer = mention.wordIds.some((id) => successors.get(id)?.length === 0);
    const now = { ...mention, wordIds, ...(isFewer && mention.span && { held: true as const }) };
    if (wordIds.length === 0 && mention.span === null) steps.push({ type: 'removeMention', id: mention.id });
    else steps.push({ type: 'putMention', mention: now });
  }
  return steps;
}

/** Tells whether the words of a mark stand beside one another; then what is put between them belongs to the mark. */
function isUnbroken({ wordIds }: Mention, words: readonly Word[]): boolean {
  const ids = new Set(wordIds);
  const places = words.flatMap(({ id }, i) => (ids.has(id) ? [i] : []));
  return places.every((place, i) => i === 0 || place === (places[i - 1] ?? 0) + 1);
}
