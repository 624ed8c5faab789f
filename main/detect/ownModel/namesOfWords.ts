import type { Piece } from '../tagger/pieces';
import { isWord, joins, type NameKind } from '../tagger/readNames';

/** A word or sign as a model reads it. */
export interface ReadWord extends Piece {
  /** The kind of name that it most likely is a part of, if of any. */
  kind: NameKind;
  probability: number;
  /** True if a name begins with it. */
  begins: boolean;
}

/** A name that a model of one's own reads; offsets are UTF-16 code units. */
export interface OwnName {
  type: NameKind;
  start: number;
  end: number;
  /** Mean over its words. It is what the model says, and nobody measured how often that is right. */
  probability: number;
}

/** Least probability at which a word is plainly part of a name, and at which it may be. */
const PLAIN_PROBABILITY = 0.5;
const LEAST_PROBABILITY = 0.1;

/** Returns the names in a sentence: neighbours of one kind together, unless a name begins between them. */
export function namesOfWords(sentence: readonly ReadWord[]): OwnName[] {
  const names: OwnName[] = [];
  const isNamed = (word: ReadWord | undefined): word is ReadWord =>
    word !== undefined && isWord(word) && word.probability >= LEAST_PROBABILITY;
  const goesOn = (from: ReadWord, word: ReadWord | undefined): boolean =>
    isNamed(word) &&
    word.kind === from.kind &&
    !word.begins &&
    // A word that may be a name does not join one that plainly is.
    word.probability >= PLAIN_PROBABILITY === from.probability >= PLAIN_PROBABILITY;
  for (let i = 0; i < sentence.length; i++) {
    const first = sentence[i];
    if (!isNamed(first)) continue;
    const words = [first];
    for (;;) {
      const step = joins(sentence, i + 1) ? 2 : 1;
      const next = sentence[i + step];
      if (!next || !goesOn(first, next)) break;
      words.push(next);
      i += step;
    }
    names.push({
      type: first.kind,
      start: first.start,
      end: words.at(-1)?.end ?? first.end,
      probability: words.reduce((sum, { probability }) => sum + probability, 0) / words.length,
    });
  }
  return names;
}
