/**
 * Signs that no document format carries: control signs other than those that part words, halves of characters, and
 * noncharacters.
 */
const UNWRITABLE = /(?![\t\n\v\f\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/**
 * Signs that cannot be seen. Between the letters of a name they stop a search from finding it, or they turn round what
 * follows.
 */
const UNSEEN = /[\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069]/gu;

/** Returns what somebody typed or pasted as plain words, without signs that cannot be written or seen. */
export const writable = (text: string): string =>
  text.replaceAll('\u0085', '\n').replace(UNWRITABLE, '').replace(UNSEEN, '');
