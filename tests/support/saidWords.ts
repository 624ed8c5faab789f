/** Returns words of a JSON transcript that somebody says one after another, from a time (seconds) on. */
export const saidWords = (speaker: string, from: number, text: string) =>
  text
    .split(' ')
    .map((word, i) => ({ text: word, speaker, start: from + i * 0.4, end: from + i * 0.4 + 0.35 }));
