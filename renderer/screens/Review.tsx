import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { isTimed } from '../../shared/model/word';
import type { ProjectDocument } from '../../shared/document/document';
import { clock } from '../../shared/text/clock';
import { UndoButton } from '../editor/UndoButton';
import { spanAround } from '../player/spanAround';
import { usePlayer } from '../player/PlayerContext';
import { onLocking } from '../session/leaveInterview';
import { useSuggestions } from '../session/suggestions';
import { useInterviewState } from '../session/useInterview';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { TYPE_WORDS } from '../ui/entityWords';
import { ErrorNote } from '../ui/ErrorNote';
import { Excerpt } from '../ui/Excerpt';
import { PickList } from '../ui/PickList';
import { Asking } from './review/Asking';
import { NothingToReview } from './review/NothingToReview';
import { partName, partOf } from './review/partWords';
import { QueueKeysNote } from './review/QueueKeysNote';
import { SuggestionCard } from './review/SuggestionCard';
import { useFocusOnce } from './review/useFocusOnce';
import { useQueueKeys } from './review/useQueueKeys';
import { keyOfSuggestion, useReview } from './review/useReview';
import './review/review.css';

/** Shows suggestions one after another, to be decided by keyboard. */
export function Review({ focused }: { focused: boolean }) {
  const player = usePlayer();
  const suggestions = useSuggestions();
  const { open } = suggestions;
  const review = useReview(suggestions);
  const document = useInterviewState((state) => state.document);
  const [asking, setAsking] = useState<'all' | 'keep' | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => onLocking(() => setAsking(null)), []);
  const { current } = review;
  const error = suggestions.error ?? suggestions.leftError;
  const span = current && spanAround(document, current.wordIds);

  const play = () => {
    if (span) player.playSpan(span, { unmasked: true });
  };
  const keepEverywhere = () => {
    if (review.withheldElsewhere > 0) setAsking('keep');
    else review.keepEverywhere();
  };
  const keep = () => {
    if (current?.left && current.wordIds.length > 0) review.keepHere();
    else keepEverywhere();
  };
  useFocusOnce(list, focused);
  useQueueKeys(list, () =>
    !current || asking
      ? {}
      : {
          J: () => review.move(1),
          K: () => review.move(-1),
          H: play,
          Space: play,
          Enter: () => review.accept([current]),
          'Shift+Enter': () => review.accept(review.ofIdentity),
          Backspace: keep,
        },
  );

  if (!current) {
    return (
      <div className="review-none">
        <NothingToReview suggestions={suggestions} />
        <UndoButton />
        <Told text={review.told} />
      </div>
    );
  }
  return (
    <div className="review">
      <header className="row review-head">
        <h2>
          {t('{count, plural, one {# suggestion} other {# suggestions}} to decide', { count: open.length })}
          {suggestions.loading && <span className="soft"> · {t('looking again')}</span>}
        </h2>
        <UndoButton />
        <Button className="button" onPress={() => setAsking('all')}>
          {t('Withhold everything…')}
        </Button>
        <QueueKeysNote />
      </header>
      <div className="review-above">
        <Asking suggestions={suggestions} />
        {error && <ErrorNote error={error} onRetry={suggestions.refresh} />}
      </div>
      <PickList
        label={t('Suggestions')}
        items={open}
        keyOf={keyOfSuggestion}
        chosen={keyOfSuggestion(current)}
        onChoose={review.choose}
        height={68}
        ref={list}
      >
        {(one) => (
          <>
            <span>
              <strong>{one.text}</strong> <span className="soft">{TYPE_WORDS[one.type]}</span>
              {one.end > one.start && hasTimes(document) && (
                <span className="soft numbers review-time">{clock(one.start)}</span>
              )}
            </span>
            <span className="soft">
              {one.wordIds.length === 0 ? (
                partName(partOf(one))
              ) : (
                <Excerpt words={document.words} wordIds={one.wordIds} around={6} />
              )}
            </span>
          </>
        )}
      </PickList>
      <SuggestionCard review={review} suggestion={current} span={span} onKeepEverywhere={keepEverywhere} />
      <Told text={review.told} />
      <ConfirmDialog
        title={t('Withhold all {count, plural, one {# suggestion} other {# suggestions}}?', {
          count: open.length,
        })}
        action={t('Withhold {count, number}', { count: open.length })}
        isOpen={asking === 'all'}
        onClose={() => setAsking(null)}
        onAct={() => review.accept(open)}
      >
        {t(
          'Everything that is suggested becomes a marker and is masked in the sound, also what is no name at all. You can undo this in one step.',
        )}
      </ConfirmDialog>
      <ConfirmDialog
        title={t('Keep a name that is withheld?')}
        action={t('Keep it everywhere')}
        isOpen={asking === 'keep'}
        onClose={() => setAsking(null)}
        onAct={review.keepEverywhere}
      >
        {t(
          'The same name is withheld in {count, plural, one {# other mention. Keeping it everywhere publishes that one too.} other {# other mentions. Keeping it everywhere publishes all of these too.}} “Keep only here” publishes this mention alone.',
          { count: review.withheldElsewhere },
        )}
      </ConfirmDialog>
    </div>
  );
}

const Told = ({ text }: { text: string }) => (
  <p className="visually-hidden" aria-live="polite">
    {text}
  </p>
);

const hasTimes = ({ words }: ProjectDocument): boolean => words[0] !== undefined && isTimed(words[0]);
