/** The value of all that is covered: a middle grey. Few pictures are evenly grey by themselves, but many are black. */
export const COVER_VALUE = 128;
