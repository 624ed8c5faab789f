import type { Piece } from '../tagger/pieces';
import { isWord, joins, type NameKind } from '../tagger/readNames';

/** A word or sign as a model reads it. */
export interface ReadWord extends Piece {
  /** What it most likely is a part of, if of any name. */
  kind: NameKind;
  probability: number;
  /** A name begins with it. */
  begins: boolean;
}

/** A name that a model of one's own reads; offsets are UTF-16 code units. */
export interface OwnName {
  type: NameKind;
  start: number;
  end: number;
  /** Of its words, on average. It is what the model says, and nobody measured how often that is so. */
  probability: number;
}

/** From here on a word is plainly part of a name; below, and down to the least, it may be. */
const PLAIN_PROBABILITY = 0.5;
const LEAST_PROBABILITY = 0.1;

/** Names in a sentence: neighbours of one kind together, unless a name begins between them. */
export function namesOfWords(sentence: readonly ReadWord[]): OwnName[] {
  const names: OwnName[] = [];
  const isNamed = (word: ReadWord | undefined): word is ReadWord =>
    word !== undefined && isWord(word) && word.probability >= LEAST_PROBABILITY;
  const goesOn = (from: ReadWord, word: ReadWord | undefined): boolean =>
    isNamed(word) &&
    word.kind === from.kind &&
    !word.begins &&
    // What may be a name is not added to what plainly is one.
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
