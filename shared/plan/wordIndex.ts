import type { Span } from '../model/entity';
import { saidWithin } from './boundaries';
import { isTimed, type Word } from '../model/word';

/**
 * Positions of words, by id and by time. A list of words is never changed, only replaced, so it is looked through once.
 */
export interface WordIndex {
  at: ReadonlyMap<string, number>;
  /** Returns the positions, rising, of the words of which any part lies, or may lie, inside a span (seconds). */
  touching: (span: Span) => number[];
}

const known = new WeakMap<readonly Word[], WordIndex>();

export function indexWords(words: readonly Word[]): WordIndex {
  const before = known.get(words);
  if (before) return before;
  const made = { at: new Map(words.map(({ id }, i) => [id, i])), touching: touchingOf(words) };
  known.set(words, made);
  return made;
}

function touchingOf(words: readonly Word[]): WordIndex['touching'] {
  let times: { from: Float64Array; to: Float64Array; begun: Float64Array; ended: Float64Array } | undefined;
  return (span) => {
    times ??= timesOf(words);
    const { from, to, begun, ended } = times;
    const found: number[] = [];
    // Words may overlap. The search begins where a word so far reaches into the span, and ends where no later word
    // begins in it.
    const first = firstWhere(ended, (end) => end > span.from);
    const last = firstWhere(begun, (start) => start >= span.to);
    for (let i = first; i < last; i++) {
      if ((from[i] ?? 0) < span.to && (to[i] ?? 0) > span.from) found.push(i);
    }
    return found;
  };
}

/** Lists when words begin and end, and for each word the latest end up to it and the earliest beginning from it on. */
function timesOf(words: readonly Word[]) {
  const [from, to] = [new Float64Array(words.length), new Float64Array(words.length)];
  for (const [i, word] of words.entries()) {
    const said = isTimed(word) ? saidWithin(word) : { from: Infinity, to: -Infinity };
    [from[i], to[i]] = [said.from, said.to];
  }
  const [begun, ended] = [from.slice(), to.slice()];
  for (let i = 1; i < words.length; i++) ended[i] = Math.max(ended[i] ?? 0, ended[i - 1] ?? 0);
  for (let i = words.length - 2; i >= 0; i--) begun[i] = Math.min(begun[i] ?? 0, begun[i + 1] ?? 0);
  return { from, to, begun, ended };
}

/** Returns the first position where a condition holds that holds from there on. */
function firstWhere(values: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
