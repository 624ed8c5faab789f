import { useCallback, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import type { Blur } from '../../shared/model/formats';
import { chaptersInOrder } from '../../shared/plan/chaptersInOrder';
import { usePlayer, usePlayerState } from '../player/PlayerContext';
import { hasPicture, isReady } from '../player/PlayerState';
import { GoToTimeButton } from '../player/GoToTime';
import { useLargePicture } from '../player/largePicture';
import { PlayerView } from '../player/PlayerView';
import { Strip } from '../player/strip/Strip';
import { StripKey } from '../player/strip/StripKey';
import { useLanes } from '../player/strip/useLanes';
import { goToTab } from '../session/go';
import { useStoppingHeadings, useSuggestions } from '../session/suggestions';
import { useInterviewState } from '../session/useInterview';
import { Choices } from '../ui/Choices';
import { Tick } from '../ui/Tick';
import { blurChoices } from './published/blurChoices';
import { PublishedText } from './published/PublishedText';
import { useMaskedPlayback } from './published/useMaskedPlayback';
import { usePlan, usePublished } from './published/usePublished';
import { Asking } from './review/Asking';
import './published/published.css';

/** Shows the transcript as it will read, and the recording as it will sound. */
export function Published() {
  const player = usePlayer();
  const plan = usePlan();
  const paragraphs = usePublished(plan);
  const hasRecording = useInterviewState(({ document }) => document.media !== null);
  const picture = usePlayerState(hasPicture);
  const ready = usePlayerState(isReady);
  const hasCovers = useInterviewState(({ document }) => document.covers.length > 0);
  const suggestions = useSuggestions();
  const { open } = suggestions;
  const stopping = useStoppingHeadings();
  const chapters = useInterviewState(({ document }) => document.chapters);
  const words = useInterviewState(({ document }) => document.words);
  // Headings are published in this order.
  const stops = useMemo(
    () => chaptersInOrder({ chapters, words }).map(({ id }) => stopping.has(id)),
    [chapters, words, stopping],
  );
  const [blur, setBlur] = useState<Blur>('noise');
  const [covered, setCovered] = useState(true);
  const { large } = useLargePicture();

  const { spans } = plan;
  useMaskedPlayback(spans, blur);
  const play = useCallback(
    (seconds: number) => {
      player.seek(seconds);
      player.play();
    },
    [player],
  );

  if (paragraphs.length === 0 && !hasRecording) {
    return (
      <div className="published-none">
        <h2>{t('There is nothing to publish yet')}</h2>
        <p>{t('This interview has neither a transcript nor a recording.')}</p>
        <Button className="button" onPress={() => goToTab('transcript')}>
          {t('Go to the transcript')}
        </Button>
      </div>
    );
  }
  return (
    <div className="published" data-large={large || undefined}>
      {paragraphs.length > 0 ? (
        <PublishedText paragraphs={paragraphs} stops={stops} onPlay={ready ? play : null} />
      ) : (
        <p className="published-none soft">
          {t('There is no transcript yet: transcribe the recording first.')}
        </p>
      )}
      <aside className="published-side stack" aria-label={t('The recording as published')}>
        <p>
          {hasRecording
            ? t(
                '{text, plural, one {# passage} other {# passages}} withheld in the text, {sound, plural, one {# stretch} other {# stretches}} masked in the recording.',
                { text: plan.runs.length, sound: spans.length },
              )
            : t('{text, plural, one {# passage} other {# passages}} withheld in the text.', {
                text: plan.runs.length,
              })}
        </p>
        {open.length > 0 && (
          <p>
            {t(
              '{count, plural, one {# suggestion} other {# suggestions}} not decided yet: these words are published as they are.',
              { count: open.length },
            )}{' '}
            <Button className="button small" onPress={() => goToTab('review')}>
              {t('Review suggestions')}
            </Button>
          </p>
        )}
        <Asking suggestions={suggestions} />
        {hasRecording && (
          <>
            <PlayerView covered={covered || hasCovers} />
            <WholeRecording />
            <Choices
              label={t('Replace withheld sound with')}
              value={blur}
              choices={blurChoices()}
              onChange={setBlur}
              orientation="horizontal"
            />
            {picture && (
              <Tick
                label={t('Cover the picture while something is withheld')}
                isSelected={covered || hasCovers}
                isDisabled={hasCovers}
                {...(hasCovers && { note: t('Always on with your covers, as in the export.') })}
                onChange={setCovered}
              />
            )}
          </>
        )}
      </aside>
    </div>
  );
}

function WholeRecording() {
  const lanes = useLanes();
  return (
    <div>
      <Strip lanes={lanes} />
      <div className="row">
        <StripKey lanes={lanes} />
        <GoToTimeButton />
      </div>
    </div>
  );
}
