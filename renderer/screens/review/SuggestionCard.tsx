import { Button } from 'react-aria-components';
import type { TranscriptSuggestion } from '../../../shared/redaction/openSuggestions';
import type { Span } from '../../../shared/redaction/entity';
import { goToWord } from '../../client/goToWord';
import { useInterviewState } from '../../client/useInterview';
import { clock } from '../../ui/clock';
import { counted } from '../../ui/entityWords';
import { Excerpt } from '../../ui/Excerpt';
import { HearButton } from '../../ui/HearButton';
import { TypeSelect } from '../../ui/TypeSelect';
import type { Review } from './useReview';

interface Props {
  review: Review;
  suggestion: TranscriptSuggestion;
  span: Span | null;
  onRefuse: () => void;
}

/** The suggestion that is decided next: its line, its sound, why it is one, and the ways to decide. */
export function SuggestionCard({ review, suggestion, span, onRefuse }: Props) {
  const words = useInterviewState(({ document }) => document.words);
  const { text, why, type, wordIds } = suggestion;
  const { sameName } = review;
  const [firstWord] = wordIds;
  return (
    <section className="suggestion-card stack" aria-label="Suggestion to decide">
      <h2 className="suggestion-name">{text}</h2>
      <p className="suggestion-line">
        {firstWord === undefined ? (
          'This is in the label of a speaker.'
        ) : (
          <Excerpt words={words} wordIds={wordIds} />
        )}
      </p>
      <p className="soft">
        {span && <span className="numbers">{clock(suggestion.start)} · </span>}
        Suggested because of: {why}
      </p>
      <TypeSelect value={type} onChange={review.setType} />
      <div className="row">
        <Button className="button primary" onPress={() => review.accept([suggestion])}>
          Withhold <kbd>Enter</kbd>
        </Button>
        <Button className="button" onPress={onRefuse}>
          Keep <kbd>Backspace</kbd>
        </Button>
        {span && <HearButton span={span} label="Hear" hotkey="H" />}
        {firstWord !== undefined && (
          <Button className="button quiet" onPress={() => goToWord(firstWord)}>
            Show in the transcript
          </Button>
        )}
      </div>
      {sameName.length > 1 && (
        <div className="row">
          <Button className="button" onPress={() => review.accept(sameName)}>
            Withhold all {sameName.length} places of this name <kbd>Shift+Enter</kbd>
          </Button>
        </div>
      )}
      <p className="soft">
        Withhold replaces it by a marker and masks its sound.{' '}
        {sameName.length > 1
          ? `Keep publishes this name wherever it is said: all ${sameName.length} places are decided.`
          : 'Keep publishes this name wherever it is said.'}
        {review.withheldElsewhere > 0 &&
          ` The same name is withheld in ${counted(review.withheldElsewhere, 'other place')}.`}
      </p>
    </section>
  );
}
