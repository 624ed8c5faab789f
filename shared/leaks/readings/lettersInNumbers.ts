/** Digits that letters are written for, in Latin and in Cyrillic. */
const DIGITS: Readonly<Record<string, string>> = {
  ...{ o: '0', l: '1', i: '1', z: '2', s: '5', b: '8', о: '0', і: '1', з: '3', в: '8' },
};
/** Least digits of a number in which a letter stands for a digit. */
const FEWEST_DIGITS = 4;
/** Least digits of a number that goes on in words behind it. */
const FEWEST_BEFORE_WORDS = 6;

/** Matches the last digits of a number whose first ones are hidden: `xx3314`, `ХХХ-33-14`. */
const HIDDEN_DIGITS = /^[^\p{L}\p{N}]*[xхXХ]{2,}[^\p{L}\p{N}]*(\d[\d-]{3,})[^\p{L}\p{N}]*$/u;

/**
 * Returns what a long number says when letters in it are read as digits that look like them, and when a word that is
 * written together with it is read by itself: `87O12345678`, `8701234567eight`.
 */
export function lettersInNumbers(text: string): string[] {
  const digits = text.match(/\d/gu)?.length ?? 0;
  const [, shown] = HIDDEN_DIGITS.exec(text) ?? [];
  if (shown !== undefined) return [shown];
  if (digits < FEWEST_DIGITS || !/\p{L}/u.test(text)) return [];
  const letters = Array.from(text.toLowerCase());
  // A letter behind all of them is an ending: `1980s`.
  const isNumber =
    /\p{L}.*\d/u.test(text) && letters.every((sign) => !/\p{L}/u.test(sign) || DIGITS[sign] !== undefined);
  return [
    ...(isNumber ? [letters.map((sign) => DIGITS[sign] ?? sign).join('')] : []),
    ...(digits >= FEWEST_BEFORE_WORDS
      ? [text.replace(/(?<=\d)(?=\p{L}{3})|(?<=\p{L}{3})(?=\d)/gu, ' ')].filter((one) => one !== text)
      : []),
  ];
}
