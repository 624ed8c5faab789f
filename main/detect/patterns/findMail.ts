import { t } from '../../../shared/messages/messages';
import type { Suggestion } from '../../../shared/model/suggestion';

// Every part is bounded, and begins where a word begins, so that a long line without an address does not take for ever.
const MAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}/gu;
const ZONES = 'com|org|net|info|kz|ru|kg|uz|cn|eu|de|uk|edu|gov|io|me|tv|co|cz|pl|at|ch|fr|tr|ua|by';
/** An address as it is said: `aigul dot bekova at mail dot org`. */
const SPOKEN = new RegExp(
  `(?<![\\p{L}\\p{N}])\\p{L}[\\p{L}\\p{N}_-]{0,30}(?: (?:dot|underscore|dash|point) [\\p{L}\\p{N}_-]{1,30}){0,4} at [\\p{L}\\p{N}-]{1,30}(?: (?:dot|point) [\\p{L}\\p{N}-]{1,30}){0,3}? (?:dot|point) (?:${ZONES})(?: (?:dot|point) (?:${ZONES}))?(?![\\p{L}\\p{N}])`,
  'giu',
);
const SPOKEN_END = new RegExp(` (?:dot|point) (?:${ZONES})`, 'iu');
const REST = `[^\\s<>"“”«»]{0,2000}[^\\s<>"“”«».,;:!?)\\]'’]`;
const LINK = new RegExp(
  `(?:https?://|www\\.)${REST}|(?<![\\p{L}\\p{N}@.-])[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,5}\\.(?:${ZONES})/${REST}`,
  'giu',
);
const HANDLE = /(?<![\p{L}\p{N}._@])@[\p{L}\p{N}_]{3,}(?:\.[\p{L}\p{N}_]+)*/gu;

/** Finds e-mail addresses, written or spoken, web addresses, and the @names of messengers. */
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
  // What some must have is sought first: an hour of speech mostly has none.
  const written = text.includes('@');
  const spoken = SPOKEN_END.test(text);
  const links = text.includes('/') || /www\./iu.test(text);
  return [
    ...(written ? find(MAIL, 'email', 0.99, t('an e-mail address')) : []),
    ...(spoken ? find(SPOKEN, 'email', 0.9, t('an e-mail address, spoken')) : []),
    ...(links ? find(LINK, 'other', 0.8, t('a web address')) : []),
    ...(written ? find(HANDLE, 'id', 0.8, t('a user name')) : []),
  ];
}
