import { t } from '../../../shared/messages/messages';
import type { Suggestion } from '../../../shared/model/suggestion';

/** A name that lists or the words beside it tell; offsets are UTF-16 code units. */
export type Found = Pick<Suggestion, 'type' | 'start' | 'end' | 'score' | 'why'>;

/**
 * How sure what tells a name is. There is too little text in these languages to fit it: these are rounded shares of what was
 * right among sentences made for it (`tests/fixtures/texts/otherLanguages`), of the half that they were chosen on.
 */
export const CUE_SCORES = { cue: 0.85, list: 0.7, form: 0.45 } as const;

/** What a list alone tells. */
export const LIST_REASONS = {
  given: () => t('a given name'),
  place: () => t('a place of this name'),
};
export const isByList = (why: string): boolean =>
  Object.values(LIST_REASONS).some((reason) => reason() === why);
