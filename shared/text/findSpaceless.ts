import { isSpaceless } from './spaceless';
import type { Word } from '../model/word';

/** A place where a text stands: words `first` to `last`, and characters (UTF-16) into those two. */
export interface Found {
  first: number;
  last: number;
  /** Character where it begins in the first word, and where it ends in the last. */
  from: number;
  to: number;
}

/** Tells whether a phrase has letters of a script without spaces, so that it may begin or end within a written word. */
export const hasSpaceless = (phrase: string): boolean =>
  Array.from(phrase).some((sign) => isSpaceless(sign, 0) === true);

/** A letter or digit as it is compared, and where it is written: the word, and characters (UTF-16) into it. */
interface Letter {
  folded: string;
  word: number;
  from: number;
  to: number;
}

/** Stands for a sign at which every phrase ends. */
const STOP = '\u0000';
/** Signs that people set between the parts of a foreign name, or leave out. */
const BETWEEN = /[·・‧•=＝]/u;

/**
 * Finds every place where a phrase in a script without spaces stands, however the text was cut into words there: the
 * phrase may begin and end within a word. Spaces, case and accents do not matter; any other sign ends what is in front
 * of it.
 */
export function findSpaceless(words: readonly Word[], phrase: string): Found[] {
  const wanted = [...lettersOf([{ text: phrase }])].map(({ folded }) => folded).filter((one) => one !== STOP);
  if (wanted.length === 0) return [];
  const letters = lettersKnown(words);
  const found: Found[] = [];
  for (let i = 0; i + wanted.length <= letters.length; i++) {
    if (!wanted.every((folded, k) => letters[i + k]?.folded === folded)) continue;
    const end = i + wanted.length;
    const [first, last] = [letters[i], letters[end - 1]];
    if (!first || !last || isInside(letters, i) || isInside(letters, end)) continue;
    found.push({ first: first.word, last: last.word, from: first.from, to: last.to });
    i = end - 1;
  }
  return found;
}

/** Tells whether a position lies within a word of a script that has spaces. No name begins or ends there. */
function isInside(letters: readonly Letter[], at: number): boolean {
  const [before, after] = [letters[at - 1], letters[at]];
  if (before === undefined || after === undefined) return false;
  if (before.word !== after.word || before.to !== after.from) return false;
  return isSpaceless(before.folded, -1) !== true && isSpaceless(after.folded, 0) !== true;
}

const known = new WeakMap<readonly Word[], Letter[]>();

/**
 * Returns the letters of a list of words and remembers them. A list is never changed, only replaced, and is searched
 * again and again.
 */
function lettersKnown(words: readonly Word[]): Letter[] {
  const letters = known.get(words) ?? [...lettersOf(words)];
  known.set(words, letters);
  return letters;
}

function* lettersOf(words: readonly { text: string }[]): Generator<Letter> {
  for (const [word, { text }] of words.entries()) {
    let from = 0;
    let before: Letter | undefined;
    for (const sign of text) {
      const to = from + sign.length;
      const folded = sign
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[\u0300-\u036f\p{Cf}]/gu, '');
      if (/^[\p{L}\p{M}\p{N}]+$/u.test(folded)) {
        for (const one of folded) yield (before = { folded: one, word, from, to });
      } else if (folded === '' && before) {
        // An accent or an unseen sign belongs to the letter in front of it.
        before.to = to;
      } else if (!BETWEEN.test(sign) && !/^\s*$/u.test(folded)) yield { folded: STOP, word, from, to };
      from = to;
    }
  }
}
