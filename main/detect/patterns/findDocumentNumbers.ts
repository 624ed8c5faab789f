import { t } from '../../../shared/messages/messages';
import type { Suggestion } from '../../../shared/model/suggestion';

const CUE =
  /(?<![\p{L}\p{N}])(?:passport|identity card|id card|id|iin|inn|ssn|licen[cs]e|driving licen[cs]e|account|card|iban|case|file|visa|certificate|plate|imei|паспорт\p{L}*|удостоверени\p{L}*|иин|жсн|инн)(?:\s+(?:number|no|nr|is|was|with|the|of|code|номер))*[\s.:№#]*$/iu;
const MARKED =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{1,3}[\s-]?)?\d[\d\s-]{3,20}\d(?:[\s-]?\p{Lu}{1,3})?(?![\p{L}\p{N}])/gu;
const LONG = /(?<![\p{L}\p{N}+])\d(?:[ -]?\d){11,17}[Xx]?(?![\p{L}\p{N}])/gu;
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/gu;

/**
 * Finds numbers of documents, cards, accounts and devices: those whose check digit is right (IMEI and bank cards by
 * Luhn, Kazakh IIN, Chinese resident identity number, IBAN), and any after words such as "passport number".
 */
export function findDocumentNumbers(text: string): Suggestion[] {
  const found: Suggestion[] = [];
  const add = (match: RegExpMatchArray & { index: number }, score: number, why: string) => {
    const number = match[0].trimEnd();
    found.push({
      type: 'id',
      text: number,
      start: match.index,
      end: match.index + number.length,
      score,
      why,
    });
  };
  for (const match of text.matchAll(IBAN)) if (isIban(match[0])) add(match, 0.99, t('an IBAN'));
  for (const match of text.matchAll(LONG)) {
    const kind = checkedKind(match[0].replace(/[ -]/gu, ''));
    if (kind !== null) add(match, 0.95, kind);
  }
  for (const match of text.matchAll(MARKED)) {
    if (CUE.test(text.slice(Math.max(0, match.index - 40), match.index)))
      add(match, 0.85, t('a number after words for documents'));
  }
  return found;
}

function checkedKind(digits: string): string | null {
  if (/^\d{15}$/u.test(digits) && isLuhn(digits)) return t('an IMEI, by its check digit');
  if (/^\d{16}$/u.test(digits) && isLuhn(digits)) return t('a bank card, by its check digit');
  if (/^\d{12}$/u.test(digits) && isIin(digits)) return t('an IIN, by its check digit');
  if (/^\d{17}[\dXx]$/u.test(digits) && isChineseId(digits))
    return t('a Chinese identity number, by its check digit');
  return null;
}

/** Checks digits by Luhn (ISO/IEC 7812-1, annex B). */
export function isLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/**
 * Checks Kazakhstan's individual number: date of birth, century and sex, serial, check digit by weights 1–11, else 3–2.
 */
export function isIin(digits: string): boolean {
  const [month, day, century] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6)), Number(digits[6])];
  if (month < 1 || month > 12 || day < 1 || day > 31 || century < 1 || century > 6) return false;
  const weighted = (shift: number) =>
    Array.from(digits.slice(0, 11)).reduce(
      (sum, digit, i) => sum + Number(digit) * (((i + shift) % 11) + 1),
      0,
    ) % 11;
  const first = weighted(0);
  return (first === 10 ? weighted(2) : first) === Number(digits[11]);
}

/** Checks a Chinese identity number (GB 11643-1999: weights 2^(17-i) mod 11). */
export function isChineseId(digits: string): boolean {
  const [month, day] = [Number(digits.slice(10, 12)), Number(digits.slice(12, 14))];
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = Array.from(digits.slice(0, 17)).reduce(
    (total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase();
}

/** Checks an IBAN (ISO 13616: the number modulo 97 is 1). */
function isIban(text: string): boolean {
  const bare = text.replaceAll(' ', '');
  if (bare.length < 15 || bare.length > 34) return false;
  const digits = Array.from(bare.slice(4) + bare.slice(0, 4), (c) => parseInt(c, 36).toString()).join('');
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
