import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import type { TranscriptSuggestion } from '../../../shared/leaks/openSuggestions';
import type { Span } from '../../../shared/model/entity';
import { clock } from '../../../shared/text/clock';
import { PlaceButton } from '../../editor/PlaceButton';
import { PlayButton } from '../../player/PlayButton';
import { goToWord } from '../../session/go';
import { useInterviewState } from '../../session/useInterview';
import { counted, TYPE_WORDS } from '../../ui/entityWords';
import { Excerpt } from '../../ui/Excerpt';
import { TypeSelect } from '../../ui/TypeSelect';
import { partOf } from './partWords';
import type { Review } from './useReview';

interface Props {
  review: Review;
  suggestion: TranscriptSuggestion;
  span: Span | null;
  onKeepEverywhere: () => void;
}

/** The suggestion that is decided next: its line, its sound, why it is one, and the ways to decide. */
export function SuggestionCard({ review, suggestion, span, onKeepEverywhere }: Props) {
  const words = useInterviewState(({ document }) => document.words);
  const { text, why, type, wordIds, left, identity } = suggestion;
  // In a title or a description there is nothing to mask: it is written anew.
  const written = left !== undefined && left.kind !== 'words' && left.kind !== 'label';
  const { ofIdentity, forms } = review;
  const of = useInterviewState(({ document }) => document.entities.find(({ id }) => id === left?.entityId));
  const resembled = of !== undefined && of.name !== '' && of;
  const [firstWord] = wordIds;
  return (
    <section className="suggestion-card stack" aria-label="Suggestion to decide">
      <h2 className="suggestion-name">{text}</h2>
      <p className="suggestion-line">
        {firstWord === undefined ? (
          `This is in the ${partOf(suggestion)}.`
        ) : (
          <Excerpt words={words} wordIds={wordIds} />
        )}
      </p>
      <p className="soft">
        {span && <span className="numbers">{clock(suggestion.start)} · </span>}
        {left ? 'Asked because of: ' : 'Suggested because of: '}
        {why}
        {resembled && (
          <>
            . It is asked about because of{' '}
            <strong dir="auto" className="suggestion-of">
              {resembled.name}
            </strong>
            , {TYPE_WORDS[resembled.type]}, which is withheld
          </>
        )}
      </p>
      {ofIdentity.length > 1 && (
        <p className="suggestion-forms">
          This identity: {counted(ofIdentity.length, 'place')}
          {forms.length > 1 && <>, {counted(forms.length, 'form')}:</>}{' '}
          {forms.length > 1 &&
            forms.map(({ text: form, places }, i) => (
              <Fragment key={form}>
                {i > 0 && ', '}
                <strong>{form}</strong> <span className="soft numbers">{places}</span>
              </Fragment>
            ))}
        </p>
      )}
      {identity?.mayBe && (
        <p>
          It may be of {identity.mayBe.length > 1 ? 'any of these' : 'this one'}, and is decided apart:{' '}
          {identity.mayBe.join(', ')}.
        </p>
      )}
      {!left && <TypeSelect value={type} onChange={review.setType} />}
      <div className="row">
        {!written && (
          <Button className="button primary" onPress={() => review.accept([suggestion])}>
            {left && firstWord !== undefined ? 'Withhold here' : 'Withhold'} <kbd>Enter</kbd>
          </Button>
        )}
        {firstWord !== undefined && (
          <Button className="button" onPress={review.keepHere}>
            {left ? (
              <>
                Keep here <kbd>Backspace</kbd>
              </>
            ) : (
              'Keep only here'
            )}
          </Button>
        )}
        <Button className="button" onPress={onKeepEverywhere}>
          Keep everywhere {(!left || firstWord === undefined) && <kbd>Backspace</kbd>}
        </Button>
        {span && <PlayButton span={span} label="Hear" hotkey="H" />}
        {left ? (
          <PlaceButton place={left} className={written ? 'button primary' : 'button quiet'} />
        ) : (
          firstWord !== undefined && (
            <Button className="button quiet" onPress={() => goToWord(firstWord)}>
              Show in the transcript
            </Button>
          )
        )}
      </div>
      {ofIdentity.length > 1 && (
        <div className="row">
          <Button className="button" onPress={() => review.accept(ofIdentity)}>
            Withhold all {ofIdentity.length} places <kbd>Shift+Enter</kbd>
          </Button>
        </div>
      )}
      <p className="soft">
        {written
          ? 'An export is refused until this is written in another way, or the name is kept everywhere.'
          : 'Withhold replaces it by a marker and masks its sound. Keep everywhere publishes this name wherever it is said.'}
        {!written &&
          ofIdentity.length > 1 &&
          ` All ${ofIdentity.length} places${forms.length > 1 ? ', in all forms,' : ''} are decided then.`}
        {review.withheldElsewhere > 0 &&
          ` The same name is withheld in ${counted(review.withheldElsewhere, 'other place')}.`}
      </p>
    </section>
  );
}
