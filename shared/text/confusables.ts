/** Small capitals, which phonetic writing has, in the order of the alphabet. */
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ';

/** Small letters and digits that look like a Latin letter, or whose capital does. Follows Unicode TR39's table. */
const DRAWN_LIKE: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    ё: 'e',
    һ: 'h',
    н: 'h',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    қ: 'k',
  },
  ...{
    ӏ: 'l',
    м: 'm',
    п: 'n',
    о: 'o',
    ө: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    т: 't',
    ү: 'y',
    у: 'y',
    ѵ: 'v',
    ԝ: 'w',
  },
  ...{
    х: 'x',
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    μ: 'm',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
  },
  ...{ χ: 'x', ζ: 'z', ı: 'i', ɑ: 'a', ɡ: 'g', ł: 'l', ø: 'o', đ: 'd' },
  ...Object.fromEntries(
    Array.from(SMALL_CAPITALS, (letter, i) => [letter, 'abcdefghijklmnoprstuvwyz'[i] ?? '']),
  ),
  ...{ '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' },
};

/**
 * Returns a folded word as it looks. Letters of other scripts and digits become the Latin letters that they look like,
 * so that `Bekova` with a Cyrillic а, or with a 0 for the o, looks the same. `i` and `l` become one, because a capital
 * I looks like a small l. Only for comparing.
 */
export const confusableKey = (folded: string): string =>
  Array.from(folded, (letter) => DRAWN_LIKE[letter] ?? letter)
    .join('')
    .replaceAll('l', 'i');

/** Cyrillic letters that look like a small Latin letter, or whose capital does. */
const DRAWN_IN_CYRILLIC: Readonly<Record<string, string>> = {
  ...{ a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'і', j: 'ј', k: 'к', l: 'і', m: 'м', n: 'п', o: 'о' },
  ...{
    p: 'р',
    r: 'г',
    s: 'ѕ',
    t: 'т',
    u: 'и',
    x: 'х',
    y: 'у',
    ε: 'е',
    α: 'а',
    ο: 'о',
    ρ: 'р',
    κ: 'к',
    τ: 'т',
  },
};
/** Matches what is no letter of the plain Latin or Cyrillic alphabet, and drawn like one. */
const SMALL_CAPITAL = new RegExp(`[${SMALL_CAPITALS}]`, 'u');
/** Matches letters in boxes and circles that have no plain form in Unicode, and rows of the letters of flags. */
const BOXED = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]|[\u{1f1e6}-\u{1f1ff}]{3,}/gu;

/**
 * Returns a text in the letters that a reader takes its own for: all in one script where a word mixes two that look
 * alike, in plain letters where they stand in boxes. The list has no reading that is the text itself.
 */
export function readInOneScript(text: string): string[] {
  const plain = text.replace(BOXED, (row) => Array.from(row, unboxed).join(''));
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((script) =>
    script.test(plain),
  );
  if (scripts.length < 2 && !SMALL_CAPITAL.test(plain)) return plain === text ? [] : [plain];
  return [drawn(plain, (letter) => DRAWN_LIKE[letter]), drawn(plain, (letter) => DRAWN_IN_CYRILLIC[letter])];
}

/** Returns the Latin capital in a box or a circle, or of a flag. */
function unboxed(boxed: string): string {
  const code = boxed.codePointAt(0) ?? 0;
  const first = [0x1f1e6, 0x1f170, 0x1f150].find((begin) => code >= begin) ?? code;
  return String.fromCodePoint(0x41 + code - first);
}

const drawn = (text: string, likeness: (letter: string) => string | undefined): string =>
  Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    const like = /\d/u.test(letter) ? undefined : likeness(small);
    return like === undefined ? letter : letter === small ? like : like.toUpperCase();
  }).join('');
