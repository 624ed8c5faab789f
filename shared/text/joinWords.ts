/** Returns what stands between a word and the one in front of it in its line: nothing when its script has no spaces. */
export const gapBefore = ({ glued }: { glued?: true | undefined }): '' | ' ' => (glued ? '' : ' ');

/** Joins words as they are read in one line. */
export const joinWords = (words: readonly { text: string; glued?: true | undefined }[]): string =>
  words.map((word, i) => (i === 0 ? word.text : gapBefore(word) + word.text)).join('');
