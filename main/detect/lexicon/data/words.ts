/** A word list written as running text, for reading. */
export const words = (text: string): string[] => text.trim().split(/\s+/u);

/** A list of phrases written with commas between them. */
export const phrases = (text: string): string[] =>
  text
    .trim()
    .split(/\s*,\s*/u)
    .filter((phrase) => phrase !== '');
