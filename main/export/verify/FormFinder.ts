/** Letters, digits and what is written on them; everything else lies between words. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Invisible characters that would split a word for a search and for nobody else (soft hyphen, joiners, marks). */
const INVISIBLE = /\p{Cf}+/gu;
/** Scripts that put no space between words: there a form counts wherever its letters stand in a row. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Digits with what people write between them. */
const NUMBER = /\d(?:[\s().+/·-]{0,3}\d)+/gu;
/** Fewer digits than this are a number like any other. */
const PHONE_DIGITS = 7;

/**
 * Finds protected forms in text as whole words: whatever the case, the encoding of accents, invisible characters or
 * the punctuation between the words. Whole words, because `Osh` in `washed` says nothing; numbers by their digits,
 * because a phone number is one however it is grouped and with or without its country code.
 */
export class FormFinder {
  readonly #byFirst = new Map<string, string[][]>();
  readonly #unspaced: string[] = [];
  readonly #numbers: string[] = [];

  constructor(forms: readonly string[]) {
    for (const form of forms) {
      const folded = fold(form);
      const [first, ...rest] = folded.match(WORD) ?? [];
      if (first === undefined) continue;
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), rest]);
      if (UNSPACED.test(folded)) this.#unspaced.push([first, ...rest].join(''));
      const number = coreDigits(form);
      if (number) this.#numbers.push(number);
    }
  }

  /** How many times any form stands in the text. */
  count(text: string): number {
    if (this.#byFirst.size === 0) return 0;
    const folded = fold(text);
    const words = folded.match(WORD) ?? [];
    let found = 0;
    for (const [i, word] of words.entries()) {
      for (const rest of this.#byFirst.get(word) ?? []) {
        if (rest.every((next, k) => words[i + 1 + k] === next)) found++;
      }
    }
    const solid = this.#unspaced.length > 0 ? words.join('') : '';
    found += this.#unspaced.filter((form) => solid.includes(form)).length;
    if (this.#numbers.length > 0) {
      for (const [written] of folded.matchAll(NUMBER)) {
        const digits = written.replace(/\D/gu, '');
        if (this.#numbers.some((number) => digits.includes(number))) found++;
      }
    }
    return found;
  }
}

/** The digits by which a phone number is found with or without its country code (up to three digits), if it is one. */
export function coreDigits(form: string): string | undefined {
  if (/\p{L}/u.test(form)) return undefined;
  const digits = form.replace(/\D/gu, '');
  return digits.length < PHONE_DIGITS ? undefined : digits.slice(-Math.max(PHONE_DIGITS, digits.length - 3));
}

const fold = (text: string) => text.normalize('NFKC').replace(INVISIBLE, '').toLocaleLowerCase('und');
