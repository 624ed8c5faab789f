/** What zod's `refine` needs to ask that times do not run backwards. */
export const notBackwards = [
  ({ start, end }: { start: number; end: number }): boolean => end >= start,
  { message: 'expected an end that is not before the start', path: ['end'] },
] as [(times: { start: number; end: number }) => boolean, { message: string; path: string[] }];
