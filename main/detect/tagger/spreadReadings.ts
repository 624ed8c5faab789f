import { kazakhStem, russianStem } from './stems';
import type { TaggedPiece } from './NameTagger';

/** Least probability at which a word is taken for a name wherever it stands. */
const SURE_PROBABILITY = 0.6;
/** Probability below which the model all but excludes a name, and the same word elsewhere does not change that. */
const EXCLUDED_PROBABILITY = 0.01;
/** Share of a name's probability that holds where the same word stands again, and where another form of it does. */
const AGAIN_SHARE = 0.9;
const OTHER_FORM_SHARE = 0.7;
const SHORTEST_LETTERS = 3;

type Kind = 'person' | 'place';
interface Known {
  probability: number;
  kind: Kind;
}

/**
 * Raises the probabilities of words that are plainly a name in another sentence, in place. A document is consistent:
 * such a word is most likely that name in the others too, where less around it tells so.
 */
export function spreadReadings(read: readonly TaggedPiece[][]): void {
  const words = new Map<string, Known>();
  const stems = new Map<string, Known>();
  const learn = (known: Map<string, Known>, key: string, one: Known) => {
    const before = known.get(key);
    if (!before || before.probability < one.probability) known.set(key, one);
  };
  for (const sentence of read) {
    for (const piece of sentence) {
      const probability = piece.person + piece.place;
      if (
        probability < SURE_PROBABILITY ||
        piece.text.length < SHORTEST_LETTERS ||
        !/\p{L}/u.test(piece.text)
      )
        continue;
      const one: Known = { probability, kind: piece.person >= piece.place ? 'person' : 'place' };
      const small = piece.text.toLowerCase();
      learn(words, small, one);
      for (const stem of stemsOf(small)) learn(stems, stem, one);
    }
  }
  if (words.size === 0) return;
  for (const sentence of read) {
    for (const piece of sentence) {
      const probability = piece.person + piece.place;
      if (
        probability >= SURE_PROBABILITY ||
        probability < EXCLUDED_PROBABILITY ||
        piece.text.length < SHORTEST_LETTERS
      )
        continue;
      const small = piece.text.toLowerCase();
      const same = words.get(small);
      const raised = same
        ? { kind: same.kind, probability: same.probability * AGAIN_SHARE }
        : best(stemsOf(small).flatMap((stem) => stems.get(stem) ?? []));
      if (raised && raised.probability > probability) {
        piece[raised.kind] += raised.probability - probability;
        piece.elsewhere = true;
      }
    }
  }
}

const best = (known: readonly Known[]): Known | undefined => {
  const [first] = [...known].sort((a, b) => b.probability - a.probability);
  return first && { ...first, probability: first.probability * OTHER_FORM_SHARE };
};

/** Fewest letters of a stem that leads to one name only. */
const SHORTEST_STEM_LETTERS = 4;
const stemsOf = (small: string): string[] =>
  [...new Set([small, kazakhStem(small), russianStem(small)])].filter(
    (stem) => stem.length >= SHORTEST_STEM_LETTERS,
  );
