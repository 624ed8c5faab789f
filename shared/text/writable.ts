/** No document format carries these: control signs other than those that part words, halves of characters, and what is none. */
const UNWRITABLE = /(?![\t\n\v\f\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** Not to be seen, and between the letters of a name in the way of whoever looks for it; or turning what follows round. */
const UNSEEN = /[\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069]/gu;

/** What somebody typed or pasted, as plain words: without signs that cannot be written, or cannot be seen. */
export const writable = (text: string): string =>
  text.replaceAll('\u0085', '\n').replace(UNWRITABLE, '').replace(UNSEEN, '');
