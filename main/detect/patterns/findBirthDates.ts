import { t } from '../../../shared/messages/messages';
import type { Suggestion } from '../../../shared/model/suggestion';

const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const DATE = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])${DAY} (?:of )?(?:${MONTH})(?:,? \\d{4})?|(?<![\\p{L}\\p{N}])(?:${MONTH}) ${DAY}(?:,? \\d{4})?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d\\d-\\d\\d)(?![\\p{L}\\p{N}])`,
  'giu',
);
/** A word of birth before a date, in the same sentence and with no other number between. */
const BORN =
  /(?<![\p{L}])(?:born|birthday|birth|родил(?:ся|ась)|рождения|туған)(?![\p{L}])[^.!?\n\d]{0,40}$/iu;
const BORN_CHARACTERS = 60;

/**
 * Finds days of birth. Other dates tell who someone is only together with much else, and testimonies are full of them.
 */
export const findBirthDates = (text: string): Suggestion[] =>
  [...text.matchAll(DATE)]
    .filter(({ index }) => BORN.test(text.slice(Math.max(0, index - BORN_CHARACTERS), index)))
    .map((match) => ({
      type: 'date',
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      score: 0.8,
      why: t('a day of birth'),
    }));
