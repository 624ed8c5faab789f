/** Writes digits of other scripts, and the signs of their times, in ASCII. Leaves out signs that set a direction. */
export const plainSigns = (text: string): string =>
  text
    .replace(/(?!\d)\p{Nd}/gu, (digit) => (digit.length === 1 ? plainDigit(digit) : digit))
    .replace(/：/gu, ':')
    .replace(/[，،٫]/gu, ',')
    .replace(DIRECTIONS, '');

export const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Returns the ASCII digit. The digits of every script stand in a row of ten that begins with its zero. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
