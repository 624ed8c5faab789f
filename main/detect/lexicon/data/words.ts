/** Splits a word list that is written as running text, for reading. */
export const words = (text: string): string[] => text.trim().split(/\s+/u);

/** Splits a list of phrases with commas between them. */
export const phrases = (text: string): string[] =>
  text
    .trim()
    .split(/\s*,\s*/u)
    .filter((phrase) => phrase !== '');
