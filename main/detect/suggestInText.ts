import type { Suggestion } from '../../shared/model/suggestion';
import { findByCues } from './cues/findByCues';
import type { Calibration, NameFinder } from './names/NameFinder';
import type { OwnName } from './ownModel/namesOfWords';
import { withOwnNames } from './ownModel/withOwnNames';
import { findPatterns } from './patterns/findPatterns';
import { overlapping } from './tagger/overlapping';
import { calibration, nameFinder } from './trainedFinder';

/**
 * Suggests what in a text may identify someone: people, places, organisations, phone numbers, e-mail addresses,
 * document numbers. The same text always gives the same suggestions; they decide nothing.
 * @param read names that a model of one's own reads in it.
 * @returns them in the order of the text, never overlapping, `start` and `end` as UTF-16 offsets. The score of each is
 * the probability that it is right.
 */
export const suggestInText = (text: string, read: readonly OwnName[] = []): Suggestion[] =>
  suggestBy(nameFinder, calibration(), text, read);

/** Suggests the same, by another model of ours or another score. */
export function suggestBy(
  finder: NameFinder,
  scored: Calibration,
  text: string,
  read: readonly OwnName[] = [],
): Suggestion[] {
  const patterns = findPatterns(text);
  const told = findByCues(text).filter(({ start, end }) => overlapping(patterns, start, end).length === 0);
  const taken = [...patterns, ...told].sort((a, b) => a.start - b.start);
  const names = [...told, ...finder.decide(finder.look(text, taken), scored)].sort(
    (a, b) => a.start - b.start,
  );
  return [...patterns, ...withOwnNames(text, names, read, patterns)].sort((a, b) => a.start - b.start);
}
