import type { Suggestion } from '../../shared/model/suggestion';
import { findByCues } from './cues/findByCues';
import type { Calibration, NameFinder } from './names/NameFinder';
import { findPatterns } from './patterns/findPatterns';
import { overlapping } from './tagger/candidates';
import { calibration, nameFinder } from './trainedFinder';

/**
 * What in a text may identify someone: people, places, organisations, phone numbers, e-mail addresses, document
 * numbers. The same text always gives the same suggestions; nothing is decided by them.
 * @returns in the order of the text, `start` and `end` as UTF-16 offsets, never overlapping; each with the probability that it
 * is right as its score.
 */
export const suggestInText = (text: string): Suggestion[] => suggestBy(nameFinder, calibration(), text);

/** The same by another model, or another score. */
export function suggestBy(finder: NameFinder, scored: Calibration, text: string): Suggestion[] {
  const patterns = findPatterns(text);
  const told = findByCues(text).filter(({ start, end }) => overlapping(patterns, start, end).length === 0);
  const known = [...patterns, ...told].sort((a, b) => a.start - b.start);
  const names = finder.decide(finder.look(text, known), scored);
  return [...known, ...names].sort((a, b) => a.start - b.start);
}
