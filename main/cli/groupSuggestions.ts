import { isAskedAt } from '../../shared/leaks/isAskedAt';
import { QUESTION_LEVELS, type QuestionLevel } from '../../shared/model/questionLevel';
import type { Suggestion } from '../../shared/model/suggestion';

/** Suggestions of one identity. */
export interface SuggestionGroup {
  /** Number from 1, in the order in which identities are first said; its suggestions have it as `group`. */
  group: number;
  /** Its fullest form as said. */
  name: string;
  places: number;
  /** Its spellings, with the count of places of each. */
  forms: { text: string; places: number }[];
  /** Other identities that it may be of; nothing decides between them. */
  mayBe?: string[];
}

export interface GroupedSuggestions {
  suggestions: (Omit<Suggestion, 'identity'> & { group: number })[];
  groups: SuggestionGroup[];
  /** The next level, and how many more suggestions it asks about; null at the last level. */
  next: { ask: QuestionLevel; more: number } | null;
}

/** Groups the suggestions that are asked about at a level by identity. */
export function groupSuggestions(all: readonly Suggestion[], ask: QuestionLevel): GroupedSuggestions {
  const groups = new Map<string, SuggestionGroup>();
  const suggestions = all
    .filter((one) => isAskedAt(ask, one))
    .map(({ identity, ...one }) => {
      const { text } = one;
      const key = identity?.key ?? `= ${text}`;
      const group = groups.get(key) ?? {
        ...{ group: groups.size + 1, name: identity?.name ?? text, places: 0, forms: [] },
        ...(identity?.mayBe && { mayBe: identity.mayBe }),
      };
      groups.set(key, group);
      group.places++;
      const form = group.forms.find((other) => other.text === text);
      if (form) form.places++;
      else group.forms.push({ text, places: 1 });
      return { ...one, group: group.group };
    });
  const next = QUESTION_LEVELS[QUESTION_LEVELS.indexOf(ask) + 1];
  const more = next && all.filter((one) => isAskedAt(next, one)).length - suggestions.length;
  return {
    suggestions,
    groups: [...groups.values()],
    next: next === undefined || more === undefined ? null : { ask: next, more },
  };
}
