import { KAZAKH_CYRILLIC } from '../lexicon/data/kazakhLatin';

/** Cyrillic letters for Latin ones, letter for letter, so that every sign stays where it is. */
const CYRILLIC: Readonly<Record<string, string>> = { ...KAZAKH_CYRILLIC, i: 'і', ı: 'и' };
/** Letters that tell Kazakh in Latin from English. */
const TELLING = /[äğıñŋöşūü]/u;

/** Writes the Kazakh words of a text in small letters in Cyrillic instead of Latin; null where it has none. */
export function kazakhInCyrillic(small: string): string | null {
  if (!TELLING.test(small)) return null;
  return Array.from(small, (sign) => CYRILLIC[sign] ?? sign).join('');
}
