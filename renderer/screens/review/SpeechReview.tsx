import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { makeMarks } from '../../../shared/edits/makeMarks';
import { publishSpeech } from '../../../shared/edits/publishSpeech';
import type { Span } from '../../../shared/model/entity';
import { isTimed, type TimedWord } from '../../../shared/model/word';
import { clock } from '../../../shared/text/clock';
import { UndoButton } from '../../editor/UndoButton';
import { PlayButton } from '../../player/PlayButton';
import { usePlayer } from '../../player/PlayerContext';
import { goToWord } from '../../session/go';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { Excerpt } from '../../ui/Excerpt';
import { PickList } from '../../ui/PickList';
import { keyOfStretch, StretchRow } from './StretchRow';
import { QueueKeysNote } from './QueueKeysNote';
import { TranscribeNotes } from './TranscribeNotes';
import { useFocusOnce } from './useFocusOnce';
import { useQueueKeys } from './useQueueKeys';
import { useTranscribeStretch } from './useTranscribeStretch';

/** Seconds that are played before and after a stretch. */
const AROUND_SECONDS = 0.5;

/**
 * Goes through speech without words, one stretch after another. Each is transcribed, withheld, or published knowingly.
 */
export function SpeechReview({ stretches, focused }: { stretches: readonly Span[]; focused: boolean }) {
  const interview = useInterview();
  const player = usePlayer();
  const document = useInterviewState((state) => state.document);
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const { job, told, tell, transcribe } = useTranscribeStretch();
  const current = stretches[Math.min(at, stretches.length - 1)];
  if (!current) throw new Error('there is nothing to review');
  const duration = document.media?.duration ?? current.to;
  const span = {
    from: Math.max(0, current.from - AROUND_SECONDS),
    to: Math.min(duration, current.to + AROUND_SECONDS),
  };

  const choose = (next: number) => {
    setAt(Math.min(stretches.length - 1, Math.max(0, next)));
    tell('');
    job.reset();
  };
  const play = () => player.playSpan(span, { unmasked: true });
  const withhold = () => {
    interview.execute(makeMarks(interview.document, [{ ...current, stretch: true }]).command);
    tell(t('Withheld.'));
  };
  const publish = () => {
    interview.execute(publishSpeech(interview.document, [current]));
    tell(t('It will be published as it is.'));
  };
  useQueueKeys(list, () =>
    job.running
      ? {}
      : {
          J: () => choose(at + 1),
          K: () => choose(at - 1),
          H: play,
          Space: play,
          T: () => void transcribe(current),
          Enter: withhold,
          Backspace: publish,
        },
  );
  useFocusOnce(list, focused);
  const beside = wordsBeside(document.words.filter(isTimed), current);

  return (
    <div className="review">
      <header className="row review-head">
        <h2>
          {t('{count, plural, one {# stretch} other {# stretches}} of speech without words', {
            count: stretches.length,
          })}
        </h2>
        <UndoButton />
        <QueueKeysNote />
      </header>
      <PickList
        label={t('Speech without words')}
        items={stretches}
        keyOf={keyOfStretch}
        chosen={keyOfStretch(current)}
        onChoose={(key) => choose(stretches.findIndex((one) => keyOfStretch(one) === key))}
        height={44}
        ref={list}
      >
        {(one) => <StretchRow span={one} />}
      </PickList>
      <section className="suggestion-card stack" aria-label={t('Speech to decide')}>
        <h2 className="suggestion-name numbers">
          {t('{from} to {to}', { from: clock(current.from), to: clock(current.to) })}
        </h2>
        <p>
          {t(
            'Somebody seems to speak here for {seconds, number, ::.0} seconds, and the transcript has no words for it. Until it is decided, the sound cannot be exported.',
            { seconds: current.to - current.from },
          )}
        </p>
        {beside.length > 0 && (
          <p className="suggestion-line">
            {t('Words beside it:')} <Excerpt words={document.words} wordIds={beside.map(({ id }) => id)} />
          </p>
        )}
        <div className="row">
          <PlayButton span={span} label={t('Hear')} hotkey="H" />
          <Button className="button" isDisabled={job.running} onPress={() => void transcribe(current)}>
            {t('Transcribe')} <kbd>T</kbd>
          </Button>
          <Button className="button primary" isDisabled={job.running} onPress={withhold}>
            {t('Withhold')} <kbd>Enter</kbd>
          </Button>
          <Button className="button" isDisabled={job.running} onPress={publish}>
            {t('Publish as it is')} <kbd>Backspace</kbd>
          </Button>
          {beside[0] && (
            <Button className="button quiet" onPress={() => goToWord(beside[0]?.id ?? '')}>
              {t('Show in the transcript')}
            </Button>
          )}
        </div>
        <TranscribeNotes job={job} told={told} onChoose={(name) => void transcribe(current, name)} />
        <p className="soft">
          {t(
            'Transcribe: the model hears the stretch again. Withhold: a marker goes into the text and the sound is masked. Publish as it is: only if you have listened and know what is said.',
          )}
        </p>
      </section>
    </div>
  );
}

/** Finds the last word that begins before the middle of a stretch, and the first that begins behind it. */
function wordsBeside(words: readonly TimedWord[], { from, to }: Span): TimedWord[] {
  const middle = (from + to) / 2;
  const before = words.findLast(({ start }) => start < middle);
  const after = words.find(({ start }) => start >= middle);
  return [before, after].filter((word) => word !== undefined);
}
