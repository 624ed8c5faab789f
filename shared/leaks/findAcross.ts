import { splitWord } from '../model/marker';
import type { LeakFinder } from './LeakFinder';
import type { Likeness } from '../model/likeness';

/** A piece of published text that stands by itself: a line, a heading, a label, a title. */
export interface TextBlock {
  tokens: readonly string[];
}

/** A token of a block. */
export interface TokenPlace<Block extends TextBlock> {
  block: Block;
  token: number;
}

/** Something withheld that begins in one block and ends in another. */
export interface LeakAcross<Block extends TextBlock> {
  /** Every token that says a part of it. */
  places: TokenPlace<Block>[];
  entityId: string;
  likeness: Likeness;
}

/** Tokens on either side of a seam that are searched. A number that is said in words has as many. */
const BESIDE_TOKENS = 12;
const BESIDE_BROKEN_TOKENS = 3;
/** Least letters of a word that may be broken without a hyphen, and of its parts where both are everyday words. */
const BROKEN_LETTERS = { word: 4, first: 3, second: 2 };

/**
 * Finds what is withheld and stands neither in one block nor in the other, but in both together: a name that begins at
 * the end of a line and goes on in the next, a word that is broken over two.
 * @param blocks blocks that are read one after another.
 */
export function findAcross<Block extends TextBlock>(
  blocks: readonly Block[],
  finder: LeakFinder,
): LeakAcross<Block>[] {
  const row = blocks.flatMap((block) =>
    block.tokens.map((text, token): TokenPlace<Block> & { text: string } => ({ block, token, text })),
  );
  /** Positions in the row where another block begins. */
  const seams = row.flatMap(({ block }, i) => (i > 0 && row[i - 1]?.block !== block ? [i] : []));
  const found: LeakAcross<Block>[] = [];
  const tell = (
    from: number,
    last: number,
    { entityId, likeness }: Pick<LeakAcross<Block>, 'entityId' | 'likeness'>,
  ) => {
    const places = row.slice(from, last + 1).map(({ block, token }) => ({ block, token }));
    found.push({ places, entityId, likeness });
  };
  for (const { from, end } of stretchesAround(seams, row.length)) {
    const texts = row.slice(from, end).map(({ text }) => text);
    for (const leak of finder.find(texts)) {
      const [at, last] = [from + leak.at, from + leak.last];
      // What only sounds like a name across a seam is two words.
      if (leak.likeness !== 'sound' && seams.some((seam) => at < seam && seam <= last)) tell(at, last, leak);
    }
    for (const seam of seams.filter((one) => one > from && one < end)) {
      const begin = Math.max(from, seam - BESIDE_BROKEN_TOKENS);
      const joined = joinedAt(
        texts.slice(begin - from, seam - from + BESIDE_BROKEN_TOKENS),
        seam - begin,
        finder,
      );
      const leak = joined && finder.find(joined).find((one) => isBroken(one, seam - begin - 1));
      if (leak) tell(begin + leak.at, begin + leak.last + 1, { ...leak, likeness: 'spelling' });
    }
  }
  return found;
}

const isBroken = ({ at, last, likeness }: { at: number; last: number; likeness: Likeness }, place: number) =>
  likeness !== 'sound' && at <= place && place <= last;

/** Returns the stretches of a row that lie around seams, as one where they overlap. */
function stretchesAround(seams: readonly number[], length: number): { from: number; end: number }[] {
  const stretches: { from: number; end: number }[] = [];
  for (const seam of seams) {
    const from = Math.max(0, seam - BESIDE_TOKENS);
    const end = Math.min(length, seam + BESIDE_TOKENS);
    const before = stretches.at(-1);
    if (before && from <= before.end) before.end = end;
    else stretches.push({ from, end });
  }
  return stretches;
}

/**
 * Returns texts with the two on either side of a seam as one word; null where no word may be broken there. Two everyday
 * words are one only where a capital within a sentence tells a name, or where capitals tell nothing.
 */
function joinedAt(texts: readonly string[], seam: number, finder: LeakFinder): string[] | null {
  const [first = '', second = ''] = [texts[seam - 1], texts[seam]];
  const core = splitWord(second).core;
  if (!finder.mayBegin(first)) return null;
  if (!/^\p{L}[\p{L}\p{M}]*$/u.test(splitWord(first).core) || !/\p{L}\p{M}*$/u.test(first)) return null;
  const goesOn = finder.isCased ? /^\p{Ll}/u.test(second) : /^\p{L}/u.test(second);
  if (!goesOn || first.length + core.length < BROKEN_LETTERS.word) return null;
  if (finder.isEveryday(first) && finder.isEveryday(core)) {
    if (first.length < BROKEN_LETTERS.first || core.length < BROKEN_LETTERS.second) return null;
    const before = texts[seam - 2];
    const isNamed = /^\p{Lu}/u.test(first) && before !== undefined && !/[.!?…:]\P{L}*$/u.test(before);
    if (finder.isCased && !isNamed) return null;
  }
  return [...texts.slice(0, seam - 1), first + second, ...texts.slice(seam + 1)];
}
