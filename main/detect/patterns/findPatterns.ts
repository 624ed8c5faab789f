import type { Suggestion } from '../../../shared/model/suggestion';
import { findBirthDates } from './findBirthDates';
import { findDocumentNumbers } from './findDocumentNumbers';
import { findMail } from './findMail';
import { findPhones } from './findPhones';

/**
 * Finds e-mail addresses, links, days of birth, document numbers and phone numbers. Where two overlap, the first of
 * that order stays.
 */
export function findPatterns(text: string): Suggestion[] {
  const kept: Suggestion[] = [];
  // An hour of speech may have no figure, which all of these must have.
  const figured = /\d/u.test(text);
  for (const suggestion of [
    ...findMail(text),
    ...(figured ? findBirthDates(text) : []),
    ...(figured ? findDocumentNumbers(text) : []),
    ...findPhones(text),
  ]) {
    if (!kept.some(({ start, end }) => suggestion.start < end && suggestion.end > start))
      kept.push(suggestion);
  }
  return kept.sort((a, b) => a.start - b.start);
}
