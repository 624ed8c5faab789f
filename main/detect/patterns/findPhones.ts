import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { t } from '../../../shared/messages/messages';
import type { Suggestion } from '../../../shared/model/suggestion';

/**
 * Digits in groups, with the signs that people put between them. Behind a plus there may be letters too: a recogniser
 * hears "eight" as "A8".
 */
const WRITTEN =
  /(?:\+\d(?:[\s().\u2010-\u2015-]{0,3}\p{L}?\d){5,16}|(?<![\p{L}\p{N}.,+])\(?\d(?:[\s().\u2010-\u2015-]{0,3}\d){5,14})(?![\p{L}\p{N}])/gu;
/** Words of the same sentence before a number that make it a phone number. */
const CUE =
  /(?:phone|number|call|called|calls|caller|calling|reach|dial|dialled|mobile|cell|telephone|tel|whatsapp|telegram|viber|sms|contact|rang|text me|телефон|номер|тел|звон\p{L}*|нөмір\p{L}*)[^.!?\n]{0,40}$/iu;
/** Words that follow an amount. */
const AMOUNT =
  /^\s*(?:%|percent|tenge|dollars?|euros?|rubles?|roubles?|som|yuan|people|men|women|years?|kilomet|metres?|times|copies|words|prisoners|usd|kzt)/iu;

/**
 * Finds phone numbers: international ones, local ones that have the length of one, and shorter ones after words such as
 * "number" or "call". Spoken digits are found too ("plus seven seven oh one …").
 */
export function findPhones(text: string): Suggestion[] {
  return [...written(text), ...spoken(text)];
}

function written(text: string): Suggestion[] {
  return [...text.matchAll(WRITTEN)].flatMap((match) => {
    const found = match[0].replace(/[\s(.-]+$/u, '');
    const start = match.index;
    const end = start + found.length;
    const digits = found.replace(/\D/gu, '');
    const international = found.startsWith('+') || digits.startsWith('00');
    const said = CUE.test(text.slice(Math.max(0, start - 60), start));
    const groups = found.split(/[^\d+]+/u).filter((group) => group !== '');
    if (!international && AMOUNT.test(text.slice(end))) return [];
    if (!international && !said && (areYears(groups) || isAmount(groups) || digits.length < 9)) return [];
    const valid = parsePhoneNumberFromString(international ? found : `+${digits}`)?.isPossible() ?? false;
    const local = parsePhoneNumberFromString(found, 'KZ')?.isPossible() ?? false;
    if (!international && !said && !local && !valid) return [];
    const why = international
      ? t('an international phone number')
      : said
        ? t('a number after words of calling')
        : t('has the form of a phone number');
    return [
      {
        type: 'phone',
        text: found,
        start,
        end,
        score: international && valid ? 0.99 : said ? 0.9 : 0.7,
        why,
      },
    ];
  });
}

const areYears = (groups: readonly string[]) => groups.every((group) => /^(?:1[89]|20)\d\d$/u.test(group));
const isAmount = (groups: readonly string[]) =>
  groups.length > 1 &&
  /^\d{1,3}$/u.test(groups[0] ?? '') &&
  groups.slice(1).every((group) => group.length === 3);

const DIGIT = 'zero|oh|one|two|three|four|five|six|seven|eight|nine';
const TENS =
  'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred';
const SPOKEN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:plus\\s+)?(?:(?:double|triple)\\s+)?(?:${DIGIT}|${TENS}|\\d{1,4})(?:[\\s,-]+(?:(?:double|triple)\\s+)?(?:${DIGIT}|${TENS}|\\d{1,4})){4,}(?![\\p{L}\\p{N}])`,
  'giu',
);

function spoken(text: string): Suggestion[] {
  return [...text.matchAll(SPOKEN)].flatMap((match) => {
    const words = match[0].toLowerCase().split(/[\s,-]+/u);
    const plain = words.filter((word) =>
      /^(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\d)$/u.test(word),
    ).length;
    const plus = words[0] === 'plus';
    const said = CUE.test(text.slice(Math.max(0, match.index - 60), match.index));
    // Counting aloud ("one, two, three") is no phone number.
    const counting = words.every(
      (word, i) => i === 0 || DIGIT_ORDER.indexOf(word) === DIGIT_ORDER.indexOf(words[i - 1] ?? '') + 1,
    );
    if (counting || (!plus && !said && plain < 7)) return [];
    if (!words.some((word) => /\p{L}/u.test(word))) return [];
    return [
      {
        type: 'phone',
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
        score: plus || said ? 0.9 : 0.7,
        why: t('digits said one by one'),
      },
    ];
  });
}

const DIGIT_ORDER = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
