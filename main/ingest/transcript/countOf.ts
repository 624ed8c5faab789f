/** `1 word`, `1,200 words`. */
export const countOf = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** `1 word was`, `1,200 words were`. */
export const countWere = (count: number, noun: string): string =>
  `${countOf(count, noun)} ${count === 1 ? 'was' : 'were'}`;

/** A note on how many of something there are, unless there are none. */
export const noteOf = (count: number, note: (count: number) => string): string[] =>
  count > 0 ? [note(count)] : [];
