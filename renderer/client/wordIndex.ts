import type { Word } from '../../shared/transcript/word';

const indices = new WeakMap<readonly Word[], ReadonlyMap<string, number>>();

/** Where each word stands, by id; found once for each list of words. */
export function wordIndex(words: readonly Word[]): ReadonlyMap<string, number> {
  const known = indices.get(words);
  if (known) return known;
  const index = new Map(words.map(({ id }, i) => [id, i]));
  indices.set(words, index);
  return index;
}
