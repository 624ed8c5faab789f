import { LEAST_SCORES } from '../../../shared/model/questionLevel';
import type { Suggestion } from '../../../shared/model/suggestion';
import { lazy } from '../lexicon/lazy';
import { supportIn } from '../tagger/candidates';
import { overlapping } from '../tagger/overlapping';
import type { TaggedPiece } from '../tagger/NameTagger';
import type { Reading } from './reading';
import { tokenize, type Token } from './tokenize';

/**
 * Lowers the score of a word that is weakly read as a name at a few of its places, and as none at the others: it is
 * most likely everyday language, so it gets the mean over all its places. A word that is told well where it stands
 * keeps its score. So do names that are written without capitals, since too many of those are told weakly (measured:
 * 0.04 of the places in Russian speech would be lost).
 * @param names in the order of the text, none overlapping.
 */
export function lessWhereDoubtful(
  { reading, read }: { reading: Reading; read: readonly (readonly TaggedPiece[])[] },
  names: readonly Suggestion[],
): Suggestion[] {
  const pieces = read.flat();
  const places = lazy(() => placesOf(reading.tokens));
  const scoreAt = ({ start, end }: Token): number =>
    overlapping(names, start, end)[0]?.score ?? supportIn(pieces, start, end).anyMean;
  const means = new Map<string, number>();
  const meanOf = (folded: string): number => {
    const known = means.get(folded);
    if (known !== undefined) return known;
    const scores = (places().get(folded) ?? []).map(scoreAt);
    const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
    means.set(folded, mean);
    return mean;
  };
  return names.map((name) => {
    const isCaseless = overlapping(pieces, name.start, name.end)[0]?.model.endsWith('-caseless') === true;
    if (name.score >= LEAST_SCORES.fewer || isCaseless) return name;
    const [word, ...more] = tokenize(name.text);
    if (!word || more.length > 0) return name;
    return { ...name, score: Math.min(name.score, Math.round(meanOf(word.folded) * 100) / 100) };
  });
}

/** Returns all places of each folded word. */
function placesOf(tokens: readonly Token[]): Map<string, Token[]> {
  const places = new Map<string, Token[]>();
  for (const token of tokens) {
    const same = places.get(token.folded);
    if (same) same.push(token);
    else places.set(token.folded, [token]);
  }
  return places;
}
