import type { Suggestion } from '../model/suggestion';

/** The suggestions that are names, numbers, or what is left of them: what is counted, decided one by one, and accepted together. */
export const namesIn = <One extends Suggestion>(suggestions: readonly One[]): One[] =>
  suggestions.filter(({ detail }) => detail === undefined);

/** The suggestions that are no names, which a person may want to weigh. */
export const detailsIn = <One extends Suggestion>(suggestions: readonly One[]): One[] =>
  suggestions.filter(({ detail }) => detail !== undefined);
