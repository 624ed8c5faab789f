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
