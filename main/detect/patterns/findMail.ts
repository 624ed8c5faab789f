import type { Suggestion } from '../../../shared/contract/api';

const MAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}/gu;
const ZONES = 'com|org|net|info|kz|ru|kg|uz|cn|eu|de|uk|edu|gov|io|me|tv|co|cz|pl|at|ch|fr|tr|ua|by';
/** As it is said: `aigul dot bekova at mail dot org`. */
const SPOKEN = new RegExp(
  `\\p{L}[\\p{L}\\p{N}_-]*(?: (?:dot|underscore|dash|point) [\\p{L}\\p{N}_-]+)* at [\\p{L}\\p{N}-]+(?: (?:dot|point) [\\p{L}\\p{N}-]+)*? (?:dot|point) (?:${ZONES})(?: (?:dot|point) (?:${ZONES}))?(?![\\p{L}\\p{N}])`,
  'giu',
);
const LINK = new RegExp(
  `(?:https?://|www\\.)[^\\s<>"“”«»]*[^\\s<>"“”«».,;:!?)\\]'’]|(?<![\\p{L}\\p{N}@.])[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.(?:${ZONES})/[^\\s<>"“”«»]*[^\\s<>"“”«».,;:!?)\\]'’]`,
  'giu',
);
const HANDLE = /(?<![\p{L}\p{N}._@])@[\p{L}\p{N}_]{3,}(?:\.[\p{L}\p{N}_]+)*/gu;

/** E-mail addresses, written or spoken, web addresses, and the @names of messengers. */
export function findMail(text: string): Suggestion[] {
  const find = (pattern: RegExp, type: Suggestion['type'], score: number, why: string) =>
    [...text.matchAll(pattern)].map((match) => ({
      type,
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      score,
      why,
    }));
  return [
    ...find(MAIL, 'email', 0.99, 'an e-mail address'),
    ...find(SPOKEN, 'email', 0.9, 'an e-mail address, spoken'),
    ...find(LINK, 'other', 0.8, 'a web address'),
    ...find(HANDLE, 'id', 0.8, 'a user name'),
  ];
}
