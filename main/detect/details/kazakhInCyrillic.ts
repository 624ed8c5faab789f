import { KAZAKH_CYRILLIC } from '../lexicon/data/kazakhLatin';

/** Letter for letter, so that every sign stays where it is. */
const CYRILLIC: Readonly<Record<string, string>> = { ...KAZAKH_CYRILLIC, i: 'і', ı: 'и' };
/** Letters that tell Kazakh in Latin from English. */
const TELLING = /[äğıñŋöşūü]/u;

/** A text in small letters with its words of Kazakh in Latin script in Cyrillic; null where it has none. */
export function kazakhInCyrillic(small: string): string | null {
  if (!TELLING.test(small)) return null;
  return Array.from(small, (sign) => CYRILLIC[sign] ?? sign).join('');
}
