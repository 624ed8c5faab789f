import type { Check } from '../../shared/model/check';

/** Gives a sentence in the language that the app speaks when it is asked. */
export type Say = () => string;

/** A check that can tell its answer in any language; the report of an export keeps the language it was written in. */
export interface SpokenCheck extends Check {
  say?: Say | undefined;
}

export const spoken = (check: Omit<Check, 'detail'>, say: Say): SpokenCheck => ({
  ...check,
  detail: say(),
  say,
});
