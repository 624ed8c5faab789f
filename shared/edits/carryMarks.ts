import type { SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { Mention, Span } from '../model/entity';
import { isTimed, type TimedWord, type Word } from '../model/word';
import { saidWithin, spanOfWords } from '../plan/boundaries';
import { indexWords } from '../plan/wordIndex';

/** A decision about words that are not heard again. What was withheld stays withheld, for as long as it lasts. */
export interface OpenMark {
  mentionId: string;
  entityId: string;
  /** Seconds */
  span: Span | null;
  /** It was decided to keep the words there, and they are other ones now. */
  kept: boolean;
}

/** Words in whose place there are others. */
export interface Replaced {
  document: ProjectDocument;
  /** Seconds: what was heard. */
  span: Span;
  /** The words of the document from `at` on that are replaced, and those that come. */
  at: number;
  old: readonly Word[];
  made: readonly Word[];
  /** Of each old word the position of the one that stands for it, or of all that stand in its gap. */
  placed: readonly { positions: readonly number[]; same: boolean }[];
}

export interface CarriedMarks {
  steps: SingleCommand[];
  /** Marks whose words are all heard again. */
  carried: number;
  open: OpenMark[];
}

/** Words; in so short a gap what is heard stands for what stood there, wherever times put it. */
const SHORT_GAP = 8;
/** Seconds; for a place of which only its neighbours are known. */
const SHORTEST_PLACE_SECONDS = 0.01;

/**
 * What marks need so that they hold for words that come in place of theirs: those that stand for them, what is heard
 * between these, and, where nothing stands for them, what is heard in their place and at their time. No mask gets smaller,
 * and no mark ends but one that was to keep words that are gone.
 */
export const carryMarks = (replaced: Replaced): CarriedMarks => new Carrier(replaced).carried();

class Carrier {
  constructor(private readonly replaced: Replaced) {}

  carried(): CarriedMarks {
    const { old, document } = this.replaced;
    const places = new Map(old.map(({ id }, i) => [id, i]));
    const decisions = new Map(document.entities.map(({ id, decision }) => [id, decision]));
    const steps: SingleCommand[] = [];
    const open: OpenMark[] = [];
    let carried = 0;
    for (const mention of document.mentions) {
      const inside = mention.wordIds.flatMap((id) => places.get(id) ?? []);
      if (inside.length === 0) continue;
      const kept = (mention.decision ?? decisions.get(mention.entityId)) === 'keep';
      const { positions, same } = this.#placesOf(mention, inside);
      if (same) carried++;
      const now =
        kept && !same
          ? { ...mention, wordIds: mention.wordIds.filter((id) => !places.has(id)) }
          : this.#moved(mention, inside, positions, kept);
      // What lies where it lies, such as all that a speaker says or a time that was given, does not hang on words.
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

  /** The positions of what is of a mark now, and whether that is just what was. */
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
        if (placed.same || placed.positions.length <= SHORT_GAP || times.length === 0 || isNear)
          found.add(at);
      }
    }
    const positions = [...found].sort((a, b) => a - b);
    const [first, last] = [positions[0], positions.at(-1)];
    if (first === undefined || last === undefined || !isRow(inside)) return { positions, same };
    // What is heard between two words of a mark is of the mark, as what is written there.
    const row = Array.from({ length: last - first + 1 }, (_, k) => first + k);
    return { positions: row, same: same && row.length === inside.length };
  }

  /** The mark with what is of it now. Its mask never gets smaller. */
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
    const theirs = positions.flatMap((position) => this.replaced.made[position] ?? []).filter(isTimed);
    const duration = media?.duration ?? Infinity;
    const around = theirs.length > 0 ? theirs : mention.span === null ? [this.#between(inside)] : [];
    if (around.length === 0) return { ...mention, wordIds };
    const needed = spanOfWords(around, duration, boundaries);
    const { span } = mention;
    if (span && theirs.every((word) => covers(span, saidWithin(word)))) return { ...mention, wordIds };
    return { ...mention, wordIds, span: union(span, needed), ...(media && !kept && { rough: true }) };
  }

  /** The time between the words around old ones in whose place nothing is heard. */
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

const covers = (span: Span, { from, to }: Span): boolean => span.from <= from && span.to >= to;

const union = (a: Span | null, b: Span): Span =>
  a ? { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) } : b;
