/** Makes a note on how many of something there are, unless there are none. */
export const noteOf = (count: number, note: (count: number) => string): string[] =>
  count > 0 ? [note(count)] : [];
