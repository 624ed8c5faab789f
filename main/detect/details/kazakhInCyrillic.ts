/** The Latin alphabet of 2021, letter for letter, so that every sign stays where it is. */
const CYRILLIC: Readonly<Record<string, string>> = {
  ...{
    a: 'а',
    ä: 'ә',
    b: 'б',
    d: 'д',
    e: 'е',
    f: 'ф',
    g: 'г',
    ğ: 'ғ',
    h: 'х',
    i: 'і',
    ı: 'и',
    j: 'ж',
    k: 'к',
  },
  ...{
    l: 'л',
    m: 'м',
    n: 'н',
    ñ: 'ң',
    ŋ: 'ң',
    o: 'о',
    ö: 'ө',
    p: 'п',
    q: 'қ',
    r: 'р',
    s: 'с',
    ş: 'ш',
    t: 'т',
  },
  ...{ u: 'у', ū: 'ұ', ü: 'ү', v: 'в', y: 'ы', z: 'з' },
};
/** Letters that tell Kazakh in Latin from English. */
const TELLING = /[äğıñŋöşūü]/u;

/** A text in small letters with its words of Kazakh in Latin script in Cyrillic; null where it has none. */
export function kazakhInCyrillic(small: string): string | null {
  if (!TELLING.test(small)) return null;
  return Array.from(small, (sign) => CYRILLIC[sign] ?? sign).join('');
}
