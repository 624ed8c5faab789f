import type { SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Mention, Span } from '../model/entity';
import { isTimed, type TimedWord, type Word } from '../model/word';
import { saidWithin, spanOfWords } from '../plan/boundaries';
import { indexWords } from '../plan/wordIndex';
import { foldPhrase } from '../text/matching';
import { unionOf } from '../model/spans';

/** A decision about words that are not heard again. What was withheld stays withheld, for as long as the mark lasts. */
export interface OpenMark {
  mentionId: string;
  entityId: string;
  /** Seconds */
  span: Span | null;
  /** True when it was decided to keep the words there, and there are other words now. */
  kept: boolean;
}

/** Words of a document, and those that come in their place. */
export interface Replaced {
  document: ProjectDocument;
  /** Seconds that were heard. */
  span: Span;
  /** Words of the document, from `at` on, that are replaced, and the words that come. */
  at: number;
  old: readonly Word[];
  made: readonly Word[];
  /** Positions of the word that stands for each old word, or of all words that stand in its gap. */
  placed: readonly { positions: readonly number[]; same: boolean }[];
}

export interface CarriedMarks {
  steps: SingleCommand[];
  /** Number of marks whose words are all heard again. */
  carried: number;
  open: OpenMark[];
}

/** Most words of a gap in which all that is heard stands for what stood there, wherever times put it. */
const SHORT_GAP_WORDS = 8;
/** Seconds around a kept word in which another word that reads alike may be the one that was meant. */
const ALIKE_SECONDS = 2;
/** Seconds by which rounding may shrink a margin. */
const ROUNDING_SECONDS = 0.001;
/** Least seconds of a place when only its neighbours are known. */
const SHORTEST_PLACE_SECONDS = 0.01;

/**
 * Returns the steps by which marks hold for words that come in place of theirs: for the words that stand for theirs,
 * for what is heard between these and, where nothing stands for them, for what is heard in their place and at their
 * time. No mask gets smaller, and no mark ends except one that was to keep words that are gone.
 */
export const carryMarks = (replaced: Replaced): CarriedMarks => new Carrier(replaced).carried();

class Carrier {
  /** New words that stand for no single old word, and their positions. */
  readonly #fresh: readonly { at: number; word: Word }[];
  /** The turn that each word then belongs to: words beside one another that are said by one speaker. */
  readonly #turns: ReadonlyMap<string, Turn>;

  constructor(private readonly replaced: Replaced) {
    const { old, made, at, document } = replaced;
    const known = new Set(old.map(({ id }) => id));
    this.#fresh = made.flatMap((word, i) => (known.has(word.id) ? [] : [{ at: i, word }]));
    this.#turns =
      this.#fresh.length > 0 ? turnsOf(document.words.toSpliced(at, old.length, ...made)) : new Map();
  }

  carried(): CarriedMarks {
    const { old, document } = this.replaced;
    const places = new Map(old.map(({ id }, i) => [id, i]));
    const decisions = new Map(document.entities.map(({ id, decision }) => [id, decision]));
    const steps: SingleCommand[] = [];
    const open: OpenMark[] = [];
    let carried = 0;
    for (const mention of document.mentions) {
      const inside = mention.wordIds.flatMap((id) => places.get(id) ?? []);
      const kept = (mention.decision ?? decisions.get(mention.entityId)) === 'keep';
      const there = this.#placesOf(mention, inside);
      const more = kept ? [] : this.#besides(mention, there.positions);
      if (inside.length + more.length === 0) continue;
      const same = there.same && !(kept && this.#isDoubtful(there.positions));
      if (same && inside.length > 0) carried++;
      const positions = [...new Set([...there.positions, ...more])].sort((a, b) => a - b);
      const now =
        kept && !same
          ? { ...mention, wordIds: mention.wordIds.filter((id) => !places.has(id)) }
          : this.#moved(mention, inside, positions, kept);
      // A stretch, such as all that a speaker says, and a mark drawn by time lie where they lie, whatever the words
      // are.
      if (!same && !mention.stretch && !mention.drawn) {
        const { id: mentionId, entityId } = mention;
        open.push({ mentionId, entityId, span: now.span, kept });
      }
      if (now.wordIds.length === 0 && now.span === null)
        steps.push({ type: 'removeMention', id: mention.id });
      else if (JSON.stringify(now) !== JSON.stringify(mention))
        steps.push({ type: 'putMention', mention: now });
    }
    return { steps, carried, open };
  }

  /**
   * Returns the positions of new words that belong to a mark although they stand for none of its words: what else is
   * heard in a turn of somebody who is withheld, and what is heard under a mask whose words are gone.
   */
  #besides({ wordIds, span, stretch, drawn, held }: Mention, positions: readonly number[]): number[] {
    // A drawn mark takes whatever is said there.
    if (drawn || this.#fresh.length === 0) return [];
    const masked = wordIds.length === 0 || held ? span : null;
    const turns = stretch ? this.#turnsOf(wordIds, positions) : new Set<Turn>();
    if (masked === null && turns.size === 0) return [];
    return this.#fresh.flatMap(({ at, word }) => {
      const turn = this.#turns.get(word.id);
      const isTheirs = turn !== undefined && turns.has(turn);
      return isTheirs || (masked !== null && isMiddleIn(masked, word)) ? [at] : [];
    });
  }

  #turnsOf(wordIds: readonly string[], positions: readonly number[]): Set<Turn> {
    const { words } = this.replaced.document;
    const { at } = indexWords(words);
    const speakers = new Set(wordIds.flatMap((id) => words[at.get(id) ?? -1]?.speaker ?? []));
    const ids = [...wordIds, ...positions.flatMap((place) => this.replaced.made[place]?.id ?? [])];
    const turns = ids.flatMap((id) => this.#turns.get(id) ?? []);
    return new Set(turns.filter(({ speaker }) => speakers.has(speaker)));
  }

  /** Tells whether other words nearby read like the kept ones: nobody knows then which of them was kept. */
  #isDoubtful(positions: readonly number[]): boolean {
    const kept = positions.flatMap((at) => this.replaced.made[at] ?? []);
    return this.#fresh.some(({ word }) =>
      kept.some((one) => Math.abs(middleOf(one) - middleOf(word)) <= ALIKE_SECONDS && isSaidAlike(one, word)),
    );
  }

  /** Returns the positions of the words that a mark has now, and whether they are just what they were. */
  #placesOf(mention: Mention, inside: readonly number[]): { positions: number[]; same: boolean } {
    const found = new Set<number>();
    let same = true;
    for (const i of inside) {
      const placed = this.replaced.placed[i];
      if (!placed) continue;
      same &&= placed.same;
      const old = this.replaced.old[i];
      const times = [mention.span, old && isTimed(old) ? saidWithin(old) : null].filter(
        (one) => one !== null,
      );
      for (const at of placed.positions) {
        const word = this.replaced.made[at];
        const isNear =
          word && isTimed(word) && times.some((span) => word.start < span.to && word.end > span.from);
        if (placed.same || placed.positions.length <= SHORT_GAP_WORDS || times.length === 0 || isNear)
          found.add(at);
      }
    }
    const positions = [...found].sort((a, b) => a - b);
    const [first, last] = [positions[0], positions.at(-1)];
    if (first === undefined || last === undefined || !isRow(inside)) return { positions, same };
    // Words heard between two words of a mark belong to the mark, as words written there do.
    const row = Array.from({ length: last - first + 1 }, (_, k) => first + k);
    return { positions: row, same: same && row.length === inside.length };
  }

  /** Returns the mark with the words that it has now. Its mask never gets smaller. */
  #moved(mention: Mention, inside: readonly number[], positions: readonly number[], kept: boolean): Mention {
    const { at: first, old, document } = this.replaced;
    const { words, media, boundaries } = document;
    const { at } = indexWords(words);
    const ids = positions.flatMap((position) => this.replaced.made[position]?.id ?? []);
    const isBefore = (id: string) => (at.get(id) ?? Infinity) < first;
    const isInside = (id: string) => {
      const place = at.get(id);
      return place !== undefined && place >= first && place < first + old.length;
    };
    const outside = mention.wordIds.filter((id) => !isInside(id));
    const wordIds = [...outside.filter(isBefore), ...ids, ...outside.filter((id) => !isBefore(id))];
    // When nothing is heard in place of some of its words, their mask has to last as long as the mark.
    const isFewer = inside.some((i) => this.replaced.placed[i]?.positions.length === 0);
    const marked = { ...mention, wordIds, ...(isFewer && !kept && { held: true as const }) };
    const theirs = positions.flatMap((position) => this.replaced.made[position] ?? []).filter(isTimed);
    const duration = media?.duration ?? Infinity;
    const around = theirs.length > 0 ? theirs : mention.span === null ? [this.#between(inside)] : [];
    if (around.length === 0) return marked;
    const needed = spanOfWords(around, duration, boundaries);
    const { span } = mention;
    const least = mention.drawn ? theirs.map(saidWithin) : [this.#withMargins(mention, theirs)];
    const isMasked = (said: Span) => span && (mention.drawn ? touches(span, said) : covers(span, said));
    if (span && least.every(isMasked)) return marked;
    return { ...marked, span: unionOf(span, needed), ...(media && !kept && { rough: true }) };
  }

  /**
   * Returns where words are said, with as much around them, up to the pad, as the mask had around the mark's words
   * before.
   */
  #withMargins({ wordIds, span }: Mention, theirs: readonly TimedWord[]): Span {
    const { words, media, boundaries } = this.replaced.document;
    const { at } = indexWords(words);
    const before = extentOf(wordIds.flatMap((id) => words[at.get(id) ?? -1] ?? []).filter(isTimed));
    const now = extentOf(theirs);
    const upToPad = (margin: number) => Math.max(0, Math.min(boundaries.pad, margin) - ROUNDING_SECONDS);
    const [lead, tail] =
      before && span ? [before.from - span.from, span.to - before.to] : [boundaries.pad, boundaries.pad];
    return {
      from: Math.max(0, (now?.from ?? 0) - upToPad(lead)),
      to: Math.min(media?.duration ?? Infinity, (now?.to ?? 0) + upToPad(tail)),
    };
  }

  /** Returns the time between the words around old ones in whose place nothing is heard. */
  #between(inside: readonly number[]): TimedWord {
    const [first, last] = [inside[0] ?? 0, inside.at(-1) ?? 0];
    const before = this.replaced.placed
      .slice(0, first)
      .findLast(({ same }) => same)
      ?.positions.at(-1);
    const after = this.replaced.placed.slice(last + 1).find(({ same }) => same)?.positions[0];
    const [left, right] = [this.replaced.made[before ?? -1], this.replaced.made[after ?? -1]];
    const from = left && isTimed(left) ? left.end : this.replaced.span.from;
    const to = right && isTimed(right) ? right.start : this.replaced.span.to;
    const start = Math.min(from, to);
    return { id: '', text: '-', start, end: Math.max(from, to, start + SHORTEST_PLACE_SECONDS) };
  }
}

const isRow = (places: readonly number[]): boolean =>
  places.every((place, i) => i === 0 || place === (places[i - 1] ?? 0) + 1);

interface Turn {
  speaker: string;
}

/** Lists turns by the ids of their words. Words without a speaker are in none. */
function turnsOf(words: readonly Word[]): Map<string, Turn> {
  const turns = new Map<string, Turn>();
  let turn: Turn | undefined;
  for (const { id, speaker } of words) {
    if (speaker !== turn?.speaker) turn = speaker === undefined ? undefined : { speaker };
    if (turn) turns.set(id, turn);
  }
  return turns;
}

const middleOf = (word: Word): number => (isTimed(word) ? (word.start + word.end) / 2 : NaN);

const isMiddleIn = ({ from, to }: Span, word: Word): boolean => middleOf(word) >= from && middleOf(word) < to;

const isSaidAlike = (a: Word, b: Word): boolean =>
  foldPhrase(a.text).join(' ') === foldPhrase(b.text).join(' ');

function extentOf(words: readonly TimedWord[]): Span | null {
  const said = words.map(saidWithin);
  if (said.length === 0) return null;
  return { from: Math.min(...said.map(({ from }) => from)), to: Math.max(...said.map(({ to }) => to)) };
}

const touches = (span: Span, { from, to }: Span): boolean => span.from < to && span.to > from;

const covers = (span: Span, { from, to }: Span): boolean => span.from <= from && span.to >= to;
