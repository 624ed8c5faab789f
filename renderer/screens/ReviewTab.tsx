import { useEffect, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { isTranscribed, lookForSpeech, stretchesOf, useLookingForSpeech } from '../session/speech';
import { useSuggestions } from '../session/suggestions';
import { useInterview, useInterviewState } from '../session/useInterview';
import { ErrorNote } from '../ui/ErrorNote';
import { Review } from './Review';
import { DetailsReview } from './review/DetailsReview';
import { OwnReadingNote } from './review/OwnReadingNote';
import { SkippedPauses } from './review/SkippedPauses';
import { SpeechReview } from './review/SpeechReview';

/** Shows what waits for a decision: suggested names, and speech that nobody has written down. */
export function ReviewTab() {
  const interview = useInterview();
  const wanted = useInterviewState(
    ({ document }) => document.media !== null && document.speech === null && isTranscribed(document),
  );
  useEffect(() => {
    if (wanted) void lookForSpeech(interview);
  }, [interview, wanted]);
  const { looking, error } = useLookingForSpeech();
  // They follow at once: the next key must not meet a stretch that is decided already.
  const stretches = useInterviewState(({ document }) => stretchesOf(document));
  const { open } = useSuggestions();
  const [chosen, choose] = useState<'names' | 'speech' | null>(null);
  // Whoever chose a part goes on in its list. Whoever only opened the tab keeps the keyboard where it is.
  const focused = chosen !== null;
  const has = stretches.length > 0;
  const part = has && (chosen === 'speech' || open.length === 0) ? 'speech' : 'names';

  return (
    <div className="review-tab">
      <div className="review-parts">
        {has && (
          <div className="row" role="group" aria-label={t('What to review')}>
            <ToggleButton
              className="button"
              isSelected={part === 'names'}
              isDisabled={open.length === 0}
              onPress={() => choose('names')}
            >
              {t('Suggestions')} {open.length}
            </ToggleButton>
            <ToggleButton className="button" isSelected={part === 'speech'} onPress={() => choose('speech')}>
              {t('Speech without words')} {stretches.length}
            </ToggleButton>
          </div>
        )}
        {looking && (
          <p className="soft" role="status">
            {t('Listening for speech without words…')}
          </p>
        )}
        {error && <ErrorNote error={error} onRetry={() => void lookForSpeech(interview)} />}
        <OwnReadingNote />
      </div>
      {part === 'speech' ? (
        <SpeechReview stretches={stretches} focused={focused} />
      ) : (
        <Review focused={focused} />
      )}
      <DetailsReview />
      <SkippedPauses />
    </div>
  );
}
