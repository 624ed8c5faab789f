import { isCyrillic, cyrillicKey } from '../../text/writing';
import { foldPhrase } from '../../text/matching';

/** What is left of a name whose middle was left out: `Б-вым` has `б` and `вым`. */
export interface Abridged {
  start: string;
  end: string;
}

/** Matches some first letters, a line, dots or stars for all that is between, and some last letters. */
const ABRIDGED =
  /^[^\p{L}\p{N}]*(\p{L}\p{M}*\p{L}?\p{M}*)(?:\.?[-‐‑–—…*•●_~]+|\.{2,})((?:\p{L}\p{M}*){1,4})(?:['’]s)?[^\p{L}\p{N}]*$/u;
/** Abbreviations of Russian with a line in them that everybody uses: Mr, Mrs, Messrs, doctor, district. */
const EVERYDAY = new Set('гн гжа гда др дра рн'.split(' '));

/** Returns what is left of a word whose middle was left out; null for any other text. */
export function abridged(text: string): Abridged | null {
  const [, first = '', last = ''] = ABRIDGED.exec(text.normalize('NFC')) ?? [];
  const [start, end] = [foldPhrase(first).join(''), foldPhrase(last).join('')];
  return start === '' || end === '' || EVERYDAY.has(start + end) ? null : { start, end };
}

/**
 * Tells whether a form of a name begins and ends like that, with something between.
 * @param form folded; Cyrillic by `cyrillicKey`.
 * @param behind matches endings that may stand behind it, as those of Kazakh do.
 */
export function isAbridged({ start, end }: Abridged, form: string, behind: RegExp): boolean {
  const [first = '', last = ''] = [start, end].map((part) => (isCyrillic(part) ? cyrillicKey(part) : part));
  if (!form.startsWith(first)) return false;
  return Array.from(last, (_, k) => k + 1).some(
    (letters) =>
      form.length > first.length + letters &&
      form.endsWith(last.slice(0, letters)) &&
      (letters === last.length || behind.test(last.slice(letters))),
  );
}
