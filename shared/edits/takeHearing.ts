import type { Command, SingleCommand } from '../document/commands';
import type { Hearing, ProjectDocument } from '../document/document';
import type { Span } from '../model/entity';
import {
  attributed,
  attributionOf,
  isTimed,
  type Attribution,
  type TimedWord,
  type Word,
} from '../model/word';
import { transcribedUpTo } from '../plan/transcribedUpTo';
import { alignTexts } from '../text/alignTexts';
import { beginsLine } from '../text/lines';
import { foldPhrase } from '../text/matching';
import { carryMarks, type OpenMark } from './carryMarks';
import { isGlued } from '../text/splitWords';
import { isTyped } from './isTyped';
import { movedTo } from './movedTo';
import { noLongerSkipped } from './noLongerSkipped';

/**
 * A row of the comparison: words that stand there, and words that are heard. `same` reads alike; `stays` was written by
 * a person.
 */
export interface ComparedRow {
  kind: 'same' | 'changed' | 'stays';
  before: readonly Word[];
  after: readonly Word[];
}

export interface Taking {
  /** Seconds that are heard so far. */
  span: Span;
  rows: ComparedRow[];
  /** Number of marks whose words are all heard again. */
  carried: number;
  open: OpenMark[];
  command: Command;
}

/**
 * Most seconds between two hearings of one word. They may be farther apart only in a row of words that are all the
 * same.
 */
const SAME_PLACE_SECONDS = 2;
/** Least words in a row that are the same by more than chance. */
const TELLING_ROW_WORDS = 3;
/** Seconds by which a heard word may lie beside the stretch, and a neighbour beside where it was heard before. */
const BESIDE_SECONDS = 0.1;
const NEIGHBOUR_SECONDS = 0.6;
/** Seconds around a stretch in which its neighbours are looked for. */
const AROUND_SECONDS = 5;
/** Most words of a gap that stay as they are because a person corrected some of them. */
const KEPT_GAP_WORDS = 12;

/**
 * Works out what comes of taking what was heard anew into the transcript. When all was heard the whole transcript is
 * replaced, else only the words of the stretch. A word that reads the same keeps its id, its speaker and its marks, and
 * gets the new time. When all of a transcript is heard again, what a person wrote stays.
 *
 * A mark never ends by this. When its words are not heard again, it holds for its time and for the words that are heard
 * there, and is told as open.
 * @returns null while there is nothing to take: nothing was heard yet, or the transcript has no times and not all of it
 * was heard.
 */
export function takeHearing(document: ProjectDocument): Taking | null {
  const { hearing, words } = document;
  if (!hearing) return null;
  const isWhole = hearing.finished === hearing.windows.length || isAhead(document, hearing);
  if (!isWhole && (hearing.finished === 0 || !words.every(isTimed))) return null;
  // A transcript is not emptied by a model that hears nothing at all.
  if (hearing.of === 'all' && hearing.words.length === 0) return null;
  return new Taker(document, hearing, isWhole).taking();
}

/**
 * Tells whether all that a stopped transcription came to is heard again. The hearing then takes its place, and what is
 * still to be heard goes on from there.
 */
function isAhead(document: ProjectDocument, hearing: Hearing): boolean {
  const { transcription } = document;
  const isStopped = transcription !== null && transcription.finished < transcription.windows.length;
  const isBegun = hearing.of === 'all' && hearing.finished > 0;
  return isBegun && isStopped && heardSpan(hearing).to >= transcribedUpTo(document);
}

/** Returns the seconds of a hearing that are done. */
export function heardSpan({ span, windows, finished }: Hearing): Span {
  const next = windows[finished];
  return next ? { from: span.from, to: Math.max(span.from, Math.min(span.to, next.from)) } : span;
}

/** A run of old words and what is heard in its place. `pair` is true when both are the same word. */
interface Gap {
  from: number;
  to: number;
  begin: number;
  end: number;
  pair: boolean;
}

class Taker {
  readonly #span: Span;
  readonly #all: boolean;
  readonly #at: number;
  readonly #end: number;
  readonly #old: readonly Word[];
  readonly #heard: readonly TimedWord[];
  readonly #rows: ComparedRow[] = [];
  /** Words to come, and the positions of those that must not be moved. */
  readonly #made: Word[] = [];
  readonly #fixed = new Set<number>();
  /** Positions of the word that stands for each old word, or of all words that stand in its gap. */
  readonly #placed: { positions: number[]; same: boolean }[] = [];
  #nextId: number;
  #begins = false;

  constructor(
    private readonly document: ProjectDocument,
    private readonly hearing: Hearing,
    isWhole: boolean,
  ) {
    const { words } = document;
    this.#nextId = document.nextId;
    const done = heardSpan(hearing);
    this.#all = hearing.of === 'all' && isWhole;
    // Words behind the end of a stopped transcription are still to come from that transcription.
    const end = this.#all ? done.to : Math.min(done.to, transcribedUpTo(document));
    this.#span = { from: done.from, to: Math.max(done.from, end) };
    const { from, to } = this.#span;
    const inside = (word: Word) => this.#all || (middleOf(word) >= from && middleOf(word) < to);
    const first = words.findIndex(inside);
    this.#at = first >= 0 ? first : words.filter((word) => middleOf(word) < from).length;
    this.#end = Math.max(this.#at, words.findLastIndex(inside) + 1);
    this.#old = words.slice(this.#at, this.#end);
    const heard = hearing.words.filter(isTimed);
    this.#heard = this.#all ? heard : this.#withoutNeighbours(heard);
  }

  taking(): Taking {
    for (const gap of this.#gaps()) this.#take(gap);
    this.#order();
    const marks = carryMarks({
      document: this.document,
      span: this.#span,
      at: this.#at,
      old: this.#old,
      made: this.#made,
      placed: this.#placed,
    });
    const first = this.#made[0];
    if (first && this.#at === 0 && !first.paragraph) this.#made[0] = { ...first, paragraph: true };
    const steps: SingleCommand[] = [
      { type: 'setNextId', nextId: this.#nextId },
      ...this.#transcriptSteps(),
      ...marks.steps,
      { type: 'setHearing' },
    ];
    return {
      span: this.#span,
      rows: this.#rows,
      carried: marks.carried,
      open: marks.open,
      command: { label: 'Transcribe again', steps },
    };
  }

  #transcriptSteps(): SingleCommand[] {
    const { hearing, document } = this;
    if (!this.#all) {
      // A line is in one language, so a word behind one in another language begins a new line.
      const [last, next] = [this.#made.at(-1), document.words[this.#end]];
      const parted = last && next && last.language !== next.language && !beginsLine(next, last);
      const words = parted ? [...this.#made, beginning(next)] : this.#made;
      const remove = this.#old.length + (parted ? 1 : 0);
      return [
        { type: 'replaceWords', at: this.#at, remove, words },
        ...noLongerSkipped(document, this.#span),
      ];
    }
    const { settings, windows, finished, mixes, skipped, language } = hearing;
    const transcription = {
      settings,
      windows,
      finished,
      ...(language !== undefined && { language }),
      ...(mixes && { mixes }),
      ...(skipped && { skipped }),
    };
    return [
      {
        type: 'setTranscript',
        language: language ?? document.language,
        words: this.#made,
        speakers: document.speakers,
        transcription,
      },
    ];
  }

  /** Leaves out what was heard of the words beside the stretch: the transcript has these words already. */
  #withoutNeighbours(heard: readonly TimedWord[]): TimedWord[] {
    const { words } = this.document;
    const { from, to } = this.#span;
    const near = (word: Word) =>
      isTimed(word) && word.end > from - AROUND_SECONDS && word.start < to + AROUND_SECONDS;
    const around = words.flatMap((word, i) => (near(word) ? [i] : []));
    let [first, end] = [0, heard.length];
    const pairs = alignTexts(
      around.map((i) => folded(words[i])),
      heard.map(folded),
    );
    for (const [k, j] of pairs) {
      const i = around[k] ?? 0;
      const distance = Math.abs(middleOf(words[i]) - middleOf(heard[j]));
      if (distance > NEIGHBOUR_SECONDS) continue;
      if (i < this.#at) first = j + 1;
      if (i >= this.#end) end = Math.min(end, j);
    }
    return heard
      .slice(first, end)
      .filter((word) => middleOf(word) >= from - BESIDE_SECONDS && middleOf(word) <= to + BESIDE_SECONDS);
  }

  #gaps(): Gap[] {
    const [old, heard] = [this.#old, this.#heard];
    const pairs = alignTexts(old.map(folded), heard.map(folded));
    const rows = pairs.map((pair, k) => {
      let [from, to] = [k, k];
      while (follows(pairs[from - 1], pairs[from])) from--;
      while (follows(pairs[to], pairs[to + 1])) to++;
      return { pair, length: to - from + 1 };
    });
    const gaps: Gap[] = [];
    let [from, begin] = [0, 0];
    const close = (to: number, end: number) => {
      if (to > from || end > begin) gaps.push({ from, to, begin, end, pair: false });
    };
    for (const {
      pair: [i, j],
      length,
    } of rows) {
      const [one, other] = [old[i], heard[j]];
      const far = one && isTimed(one) && Math.abs(middleOf(one) - middleOf(other)) > SAME_PLACE_SECONDS;
      if (far && length < TELLING_ROW_WORDS) continue;
      close(i, j);
      gaps.push({ from: i, to: i + 1, begin: j, end: j + 1, pair: true });
      [from, begin] = [i + 1, j + 1];
    }
    close(old.length, heard.length);
    return gaps;
  }

  #take(gap: Gap): void {
    const old = this.#old.slice(gap.from, gap.to);
    const heard = this.#heard.slice(gap.begin, gap.end);
    const [one] = old;
    if (gap.pair && one && heard[0]) {
      const word = this.#again(one, heard[0]);
      this.#placed.push({ positions: [this.#put(word)], same: true });
      this.#row('same', [one], [word]);
    } else if (this.#stays(old)) {
      for (const word of old) this.#placed.push({ positions: [this.#put(word, true)], same: true });
      this.#row('stays', old, heard);
    } else {
      this.#replace(old, heard);
    }
  }

  /**
   * Tells whether old words stay. A person's correction outlasts another hearing of everything, with what stands around
   * it.
   */
  #stays(old: readonly Word[]): boolean {
    const typed = old.filter((word) => this.#isTyped(word)).length;
    return typed > 0 && (typed === old.length || old.length <= KEPT_GAP_WORDS);
  }

  /**
   * Tells whether a person wrote a word that has to stay. An editor who has one place heard again asks about just that
   * place, so no word has to stay there.
   */
  #isTyped(word: Word): boolean {
    return this.hearing.of === 'all' && isTimed(word) && isTyped(this.document, word);
  }

  #replace(old: readonly Word[], heard: readonly TimedWord[]): void {
    const typed = old.filter((word) => this.#isTyped(word)).filter(isTimed);
    const free = heard.filter(
      (word) => !typed.some(({ start, end }) => middleOf(word) >= start && middleOf(word) < end),
    );
    const begun = old.filter((word) => word.paragraph);
    const after: Word[] = [];
    const positions: number[] = [];
    const kept = new Map<string, number>();
    const next = [...typed];
    const keepUntil = (time: number) => {
      for (let word = next[0]; word && word.start <= time; word = next[0]) {
        next.shift();
        after.push(word);
        kept.set(word.id, this.#put(word, true));
      }
    };
    for (const [i, word] of free.entries()) {
      keepUntil(word.start);
      while (begun[0] && isReached(begun[0], old, word, i / free.length)) {
        begun.shift();
        this.#begins = true;
      }
      const made = this.#new(word, nearest(old, word, i / free.length));
      after.push(made);
      positions.push(this.#put(made));
    }
    keepUntil(Infinity);
    if (begun.length > 0) this.#begins = true;
    for (const word of old) {
      const at = kept.get(word.id);
      this.#placed.push(at === undefined ? { positions, same: false } : { positions: [at], same: true });
    }
    this.#row('changed', old, after);
  }

  /** Returns a word that reads as it did, with the time where it is said now. */
  #again(old: Word, heard: TimedWord): Word {
    const { id: _id, text, paragraph: _paragraph, confidence, ...rest } = heard;
    const typed = isTyped(this.document, old);
    return this.#inLine(
      attributed(
        {
          ...rest,
          id: old.id,
          text: typed ? old.text : text,
          ...(confidence !== undefined && !typed && { confidence }),
          ...(old.paragraph && { paragraph: true }),
        },
        attributionOf(old),
      ),
      heard,
    );
  }

  #new(heard: TimedWord, beside: Word | undefined): Word {
    const { paragraph: _paragraph, ...rest } = heard;
    return this.#inLine(
      attributed({ ...rest, id: `w${this.#nextId++}` }, beside ? attributionOf(beside) : this.#said()),
      heard,
    );
  }

  /** Tells who speaks at the end of what is there so far. */
  #said(): Attribution {
    const { words } = this.document;
    const beside = this.#made.at(-1) ?? words[this.#at - 1] ?? this.#old[0] ?? words[this.#end];
    return beside ? attributionOf(beside) : {};
  }

  /**
   * Begins lines where they began, where the language changes and, when there were none before, where they were heard
   * to begin.
   */
  #inLine(word: Word, heard: TimedWord): Word {
    const before = this.#made.at(-1) ?? this.document.words[this.#at - 1];
    const unparted = this.#old.filter(({ paragraph }) => paragraph).length <= 1;
    const begins =
      word.paragraph === true ||
      this.#begins ||
      (before !== undefined && (heard.language ?? word.language) !== before.language) ||
      (heard.paragraph === true && unparted && (this.#all || this.#old.length === 0));
    this.#begins = false;
    if (begins) return beginning(word);
    return before && isGlued(before.text, word.text) ? { ...word, glued: true } : word;
  }

  #put(word: Word, fixed = false): number {
    const at = this.#made.push(word) - 1;
    if (fixed) this.#fixed.add(at);
    return at;
  }

  #row(kind: ComparedRow['kind'], before: readonly Word[], after: readonly Word[]): void {
    const last = this.#rows.at(-1);
    if (kind === 'same' && last?.kind === 'same') {
      this.#rows[this.#rows.length - 1] = {
        kind,
        before: [...last.before, ...before],
        after: [...last.after, ...after],
      };
    } else this.#rows.push({ kind, before, after });
  }

  /** Puts words in their order: none before the word in front of them all, and none behind the one that follows. */
  #order(): void {
    const { words } = this.document;
    const startOf = (word: Word | undefined) => (word && isTimed(word) ? word.start : undefined);
    let latest = this.#all ? Infinity : (startOf(words[this.#end]) ?? Infinity);
    const bounds = this.#made.map(() => Infinity);
    for (let i = this.#made.length - 1; i >= 0; i--) {
      if (this.#fixed.has(i)) latest = Math.min(latest, startOf(this.#made[i]) ?? Infinity);
      bounds[i] = latest;
    }
    let earliest = this.#all ? 0 : (startOf(words[this.#at - 1]) ?? 0);
    for (const [i, word] of this.#made.entries()) {
      if (!isTimed(word)) continue;
      const start = this.#fixed.has(i)
        ? word.start
        : Math.min(Math.max(word.start, earliest), bounds[i] ?? Infinity);
      earliest = start;
      if (start !== word.start) this.#made[i] = movedTo(start, word);
    }
  }
}

const beginning = ({ glued: _, ...word }: Word): Word => ({ ...word, paragraph: true });

const folded = (word: Word | undefined): string => (word ? foldPhrase(word.text).join(' ') : '');

const middleOf = (word: Word | undefined): number =>
  word && isTimed(word) ? (word.start + word.end) / 2 : NaN;

const follows = (
  [i, j]: readonly [number, number] = [NaN, NaN],
  [next, behind]: readonly [number, number] = [NaN, NaN],
): boolean => next === i + 1 && behind === j + 1;

/** Tells whether a heard word, `share` (0 to 1) into its gap, stands at or behind an old word. */
function isReached(begun: Word, old: readonly Word[], heard: TimedWord, share: number): boolean {
  if (isTimed(begun)) return heard.start >= begun.start - BESIDE_SECONDS;
  return share >= old.indexOf(begun) / old.length;
}

/** Returns the old word at the place of a heard one. */
function nearest(old: readonly Word[], heard: TimedWord, share: number): Word | undefined {
  if (!old.every(isTimed)) return old[Math.floor(share * old.length)];
  const distance = (word: Word) => Math.abs(middleOf(word) - middleOf(heard));
  return old.reduce<Word | undefined>(
    (best, word) => (best && distance(best) <= distance(word) ? best : word),
    undefined,
  );
}
