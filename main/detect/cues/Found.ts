import { t } from '../../../shared/messages/messages';
import type { Suggestion } from '../../../shared/model/suggestion';

/** A name that is found by lists or by the words beside it; offsets are UTF-16 code units. */
export type Found = Pick<Suggestion, 'type' | 'start' | 'end' | 'score' | 'why'>;

/**
 * Scores by what tells a name. There is too little text in these languages to fit them: they are rounded shares of what
 * was right among sentences made for it (`tests/fixtures/texts/otherLanguages`), in the half that they were chosen on.
 */
export const CUE_SCORES = { cue: 0.85, list: 0.7, form: 0.45 } as const;

/** Reasons that a list alone gives. */
export const LIST_REASONS = {
  given: () => t('a given name'),
  place: () => t('a place of this name'),
};
export const isByList = (why: string): boolean =>
  Object.values(LIST_REASONS).some((reason) => reason() === why);
