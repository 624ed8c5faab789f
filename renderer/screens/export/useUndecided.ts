import { useMemo } from 'react';
import { t } from '../../../shared/messages/messages';
import { undecidedWords } from '../../../shared/leaks/undecidedWords';
import { whatIsUndecided } from '../../../shared/leaks/whatIsUndecided';
import type { Undecided } from '../../../shared/model/undecided';
import { useSuggestions } from '../../session/suggestions';
import { useInterviewState } from '../../session/useInterview';

/** Returns what would be published now although nobody has decided it, and the questions to ask before that. */
export function useUndecided(): { undecided: Undecided; questions: readonly string[] } {
  const { open, loading, error } = useSuggestions();
  const document = useInterviewState((state) => state.document);
  return useMemo(() => {
    const undecided = whatIsUndecided(document, open);
    const looking = loading
      ? [t('Names are still being looked for.')]
      : error
        ? [t('Names could not be looked for: nobody knows which are not decided.')]
        : [];
    return { undecided, questions: [...undecidedWords(undecided), ...looking] };
  }, [document, open, loading, error]);
}
