import { GIVEN_NAMES } from './data/givenNames';
import { CHINESE_SURNAMES, isPinyin } from './data/chineseSyllables';
import { ENGLISH, englishEntry } from './englishLexicon';
import { romanKey } from '../../../shared/text/romanKey';
import { lazy } from './lazy';
import { remembered } from './remembered';

const givenNames = lazy(() => new Set(GIVEN_NAMES.map(romanKey)));

/** Tells whether a folded word is a given name from our lists, in whatever romanisation or in Cyrillic. */
export const isGivenName = remembered((folded: string): boolean => givenNames().has(romanKey(folded)));

/** Tells whether English dictionaries know a folded word as a name of persons first of all. */
export function isEnglishName(folded: string): boolean {
  const { flags, count } = englishEntry(folded);
  return (flags & ENGLISH.person) !== 0 && ((flags & ENGLISH.capital) !== 0 || count < 100);
}

/** Endings of family names and patronymics, on roman keys: Slavic and Turkic, Central European, Georgian, Armenian. */
const SURNAME =
  /(?:[^aeiou](?:ov|ev|in)(?:a|u|oi|im|om|ih|imi)?|[aeiou](?:ev|iev)(?:a|u|oi|im)?|(?:sk|ck)(?:i|ii|ai|aia|ogo|omu|oi)|enko|chuk|shvili|adze|ian|iants|ovich|evich|ovic|evic|owicz|ova|eva|ich|ik|sek|cek|escu|ovski|evski|ski)$/u;
const PATRONYMIC = /(?:ovich|evich|ovna|evna|ichna|uli|uly|kizi|kyzy|ugli|ogly|oglu|qizi)$/u;
/** Second halves of Turkic and Persian names, which are put together freely. */
const COMPOUND =
  /.{2,}(?:bek|bei|bai|jan|zhan|gul|gali|khan|han|bolat|murat|bibi|nur|hoja|khoja|din|iddin|ulla|ullah|mukhamed|mamat|niiaz|kerim|kul|sultan|mirza|shah|dil|naz|tai|nazar|berdi|geldi|temir)$/u;

export type NameShape = 'surname' | 'patronymic' | 'compound';

/** Tells what the form of a folded word says about its being a name; null when nothing. */
export const nameShape = remembered((folded: string): NameShape | null => {
  if (folded.length < 4) return null;
  const key = romanKey(folded);
  if (PATRONYMIC.test(key) && key.length > 5) return 'patronymic';
  if (SURNAME.test(key) && key.length > 4) return 'surname';
  return COMPOUND.test(key) ? 'compound' : null;
});

/** Tells whether words are a Chinese name in Pinyin: a common family name and a given name, in either order. */
export function isChineseName(folded: readonly string[]): boolean {
  const [first = '', ...rest] = folded;
  const last = folded.at(-1) ?? '';
  if (folded.length < 2 || folded.length > 3 || !folded.every(isPinyin)) return false;
  return CHINESE_SURNAMES.has(first) || (rest.length === 1 && CHINESE_SURNAMES.has(last));
}
