import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import type { TranscriptSuggestion } from '../../../shared/leaks/openSuggestions';
import type { Span } from '../../../shared/model/entity';
import { clock } from '../../../shared/text/clock';
import { PlaceButton } from '../../editor/PlaceButton';
import { PlayButton } from '../../player/PlayButton';
import { goToWord } from '../../session/go';
import { useInterviewState } from '../../session/useInterview';
import { TYPE_WORDS } from '../../ui/entityWords';
import { Excerpt } from '../../ui/Excerpt';
import { TypeSelect } from '../../ui/TypeSelect';
import { slot, withElements } from '../../ui/withElements';
import { inPart, partOf } from './partWords';
import type { Review } from './useReview';

interface Props {
  review: Review;
  suggestion: TranscriptSuggestion;
  span: Span | null;
  onKeepEverywhere: () => void;
}

/** Shows the suggestion that is decided next: its line, its sound, its reason, and the ways to decide. */
export function SuggestionCard({ review, suggestion, span, onKeepEverywhere }: Props) {
  const words = useInterviewState(({ document }) => document.words);
  const { text, why, type, wordIds, left, identity } = suggestion;
  // A title or a description has nothing to mask, so it has to be written anew.
  const written = left !== undefined && left.kind !== 'words' && left.kind !== 'label';
  const { ofIdentity, forms } = review;
  const of = useInterviewState(({ document }) => document.entities.find(({ id }) => id === left?.entityId));
  const resembled = of !== undefined && of.name !== '' && of;
  const [firstWord] = wordIds;
  return (
    <section className="suggestion-card stack" aria-label={t('Suggestion to decide')}>
      <h2 className="suggestion-name">{text}</h2>
      <p className="suggestion-line">
        {firstWord === undefined ? inPart(partOf(suggestion)) : <Excerpt words={words} wordIds={wordIds} />}
      </p>
      <p className="soft">
        {span && <span className="numbers">{clock(suggestion.start)} · </span>}
        {left ? t('Asked because of:') : t('Suggested because of:')} {why}
        {resembled && (
          <>
            {'. '}
            {withElements(
              t('The withheld name is {name} ({type}).', {
                name: slot('name'),
                type: TYPE_WORDS[resembled.type],
              }),
              {
                name: (
                  <strong dir="auto" className="suggestion-of">
                    {resembled.name}
                  </strong>
                ),
              },
            )}
          </>
        )}
      </p>
      {ofIdentity.length > 1 && (
        <p className="suggestion-forms">
          {t(
            'This identity: {count, plural, one {# mention} other {# mentions}}{forms, plural, one {} other {, # forms:}}',
            { count: ofIdentity.length, forms: forms.length },
          )}{' '}
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
          {t(
            'It may belong to {count, plural, one {this one} other {any of these}}, so it is decided on its own: {names}.',
            { count: identity.mayBe.length, names: identity.mayBe.join(', ') },
          )}
        </p>
      )}
      {!left && <TypeSelect value={type} onChange={review.setType} />}
      <div className="row">
        {!written && (
          <Button className="button primary" onPress={() => review.accept([suggestion])}>
            {left && firstWord !== undefined ? t('Withhold here') : t('Withhold')} <kbd>Enter</kbd>
          </Button>
        )}
        {firstWord !== undefined && (
          <Button className="button" onPress={review.keepHere}>
            {left ? (
              <>
                {t('Keep here')} <kbd>Backspace</kbd>
              </>
            ) : (
              t('Keep only here')
            )}
          </Button>
        )}
        <Button className="button" onPress={onKeepEverywhere}>
          {t('Keep everywhere')} {(!left || firstWord === undefined) && <kbd>Backspace</kbd>}
        </Button>
        {span && <PlayButton span={span} label={t('Hear')} hotkey="H" />}
        {left ? (
          <PlaceButton place={left} className={written ? 'button primary' : 'button quiet'} />
        ) : (
          firstWord !== undefined && (
            <Button className="button quiet" onPress={() => goToWord(firstWord)}>
              {t('Show in the transcript')}
            </Button>
          )
        )}
      </div>
      {ofIdentity.length > 1 && (
        <div className="row">
          <Button className="button" onPress={() => review.accept(ofIdentity)}>
            {t('Withhold all {count, plural, one {# mention} other {# mentions}}', {
              count: ofIdentity.length,
            })}{' '}
            <kbd>Shift+Enter</kbd>
          </Button>
        </div>
      )}
      <p className="soft">
        {written
          ? t('Export stops until you write this in another way, or keep the name everywhere.')
          : t(
              'Withhold puts a marker in its place and masks its sound. Keep everywhere publishes this name wherever it is said.',
            )}
        {!written &&
          ofIdentity.length > 1 &&
          ` ${t(
            'That decides {count, plural, one {# mention} other {all # mentions}}{forms, plural, one {} other {, in all forms}}.',
            { count: ofIdentity.length, forms: forms.length },
          )}`}
        {review.withheldElsewhere > 0 &&
          ` ${t(
            'The same name is withheld in {count, plural, one {# other mention} other {# other mentions}}.',
            { count: review.withheldElsewhere },
          )}`}
      </p>
    </section>
  );
}
