import type { Suggestion } from '../model/suggestion';

/**
 * Returns the suggestions that are names, numbers, or what is left of them. These are counted, decided one by one, and
 * accepted together.
 */
export const namesIn = <One extends Suggestion>(suggestions: readonly One[]): One[] =>
  suggestions.filter(({ detail }) => detail === undefined);

/** Returns the suggestions that are details and not names; a person may want to weigh them. */
export const detailsIn = <One extends Suggestion>(suggestions: readonly One[]): One[] =>
  suggestions.filter(({ detail }) => detail !== undefined);
