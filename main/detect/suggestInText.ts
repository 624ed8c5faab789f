import type { Suggestion } from '../../shared/model/suggestion';
import { findNames } from './names/findNames';
import { findPatterns } from './patterns/findPatterns';
import { tokenize } from './names/tokenize';

/**
 * What in a text may identify someone: people, places, organisations, phone numbers, e-mail addresses, document
 * numbers. The same text always gives the same suggestions; nothing is decided by them.
 * @returns in the order of the text, `start` and `end` as UTF-16 offsets, never overlapping.
 */
export function suggestInText(text: string): Suggestion[] {
  const patterns = findPatterns(text);
  const free = tokenize(text).filter(
    ({ start, end }) => !patterns.some((pattern) => start < pattern.end && end > pattern.start),
  );
  const names = findNames(free).map(({ first, last, type, score, why }) => {
    const start = free[first]?.start ?? 0;
    const end = free[last]?.end ?? start;
    return { type, text: text.slice(start, end), start, end, score: Math.round(score * 100) / 100, why };
  });
  return [...patterns, ...names].sort((a, b) => a.start - b.start);
}
