import type { Suggestion } from '../../shared/model/suggestion';
import type { OwnName } from './ownModel/namesOfWords';
import { withOwnNames } from './ownModel/withOwnNames';
import { findPatterns } from './patterns/findPatterns';
import { calibration, nameFinder } from './trainedFinder';

/**
 * What in a text may identify someone: people, places, organisations, phone numbers, e-mail addresses, document
 * numbers. The same text always gives the same suggestions; nothing is decided by them.
 * @param read what a model of one's own reads as names in it.
 * @returns in the order of the text, `start` and `end` as UTF-16 offsets, never overlapping; each with the probability that it
 * is right as its score.
 */
export function suggestInText(text: string, read: readonly OwnName[] = []): Suggestion[] {
  const patterns = findPatterns(text);
  const names = nameFinder.decide(nameFinder.look(text, patterns), calibration());
  return [...patterns, ...withOwnNames(text, names, read, patterns)].sort((a, b) => a.start - b.start);
}
