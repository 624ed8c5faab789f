/** Matches a letter that is drawn out; no language writes three of one. */
const DRAWN_OUT = /(\p{L}\p{M}*)\1{2,}/giu;
const IS_DRAWN_OUT = /(\p{L}\p{M}*)\1{2}/iu;
const MAY_BE = /(\p{L}\p{M}*)\1|[-‐‑–—…~]/iu;
/** Matches numerals and what is one letter alone, which nobody draws out: `VIII`, `KKK`. */
const NO_WORD = /^\P{L}*(?:[IVXLCM]+|(\p{L})\1*)\P{L}*$/u;
/** Matches a line between the same letters: `Mi-i-ira`. */
const LINE_WITHIN = /(?<=(\p{L})\p{M}*)[-‐‑–—…~]+(?=\1)/giu;

/**
 * Returns what a word is that somebody draws out, once with one letter for each that is drawn out and once with two, as
 * in `Leeee`; empty for any other word.
 */
export function notDrawnOut(text: string): string[] {
  // Nearly every word has neither.
  if (!MAY_BE.test(text)) return [];
  const plain = /\p{L}[-‐‑–—…~]\p{L}/u.test(text) ? text.replace(LINE_WITHIN, '') : text;
  if (!IS_DRAWN_OUT.test(plain)) return plain === text ? [] : [plain, plain.replace(/(\p{L})\1/giu, '$1')];
  if (NO_WORD.test(plain)) return [];
  return [plain.replace(DRAWN_OUT, '$1'), plain.replace(DRAWN_OUT, '$1$1')];
}
