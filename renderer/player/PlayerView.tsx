import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { coverDuring } from '../../shared/model/cover';
import type { Span } from '../../shared/model/entity';
import { clock } from '../../shared/text/clock';
import { useInterviewState } from '../session/useInterview';
import { boxStyle } from '../ui/boxStyle';
import { ErrorNote } from '../ui/ErrorNote';
import { ProgressNote } from '../ui/ProgressNote';
import { usePlayer, usePlayerState } from './PlayerContext';
import { toggleLargePicture, useLargePicture } from './largePicture';
import { aspectOf, durationOf, hasPicture, isPlaying, isReady, RATES } from './PlayerState';
import './PlayerView.css';

const BACK_SECONDS = 3;

interface PlayerViewProps {
  /** The span that can be played over and over. */
  selection?: Span | null;
  /** True to cover the picture in withheld spans, and where covers were drawn, while it sounds as published. */
  covered?: boolean;
  /** The content that lies on the picture. */
  children?: ReactNode;
}

/** Shows the picture, its controls, and how far it is prepared. */
export function PlayerView({ selection = null, covered = false, children }: PlayerViewProps) {
  const player = usePlayer();
  const phase = usePlayerState((state) => state.phase);
  const isPortrait = usePlayerState((state) => (aspectOf(state) ?? 1) < 1);
  return (
    <div className="player" data-portrait={isPortrait || undefined}>
      <Picture covered={covered}>{children}</Picture>
      {phase.is === 'preparing' && (
        <ProgressNote progress={phase.progress} onCancel={() => player.cancel()} />
      )}
      {phase.is === 'failed' && (
        <>
          <ErrorNote error={phase.error} />
          <Button className="button" onPress={() => player.retry()}>
            {t('Prepare again')}
          </Button>
        </>
      )}
      {phase.is === 'ready' && <Controls selection={selection} />}
    </div>
  );
}

function Picture({ covered, children }: Pick<PlayerViewProps, 'covered' | 'children'>) {
  const player = usePlayer();
  const ready = usePlayerState(isReady);
  const aspect = usePlayerState(aspectOf);
  const has = aspect !== null;
  const inSpan = usePlayerState((state) => state.masking === 'inside');
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { element } = player;
    element.setAttribute('aria-label', t('Picture of the recording'));
    const here = place.current;
    here?.prepend(element);
    // It may have been taken to another place meanwhile.
    return () => {
      if (element.parentNode === here) element.remove();
    };
  }, [player, has]);
  if (!has)
    return <p className="player-picture none soft">{ready ? t('Sound only') : t('No picture yet')}</p>;
  return (
    <div className="player-picture" ref={place} style={{ '--aspect': aspect } as CSSProperties}>
      {covered && <Covers />}
      {covered && inSpan && <p className="cover whole">{t('Covered while withheld')}</p>}
      {children}
    </div>
  );
}

/** Seconds by which a cover reaches beyond the moment while it plays, so that no frame is seen before its cover. */
const REACH = { before: 0.1, after: 0.25 };
/** Seconds of a moment that is looked at. No more is covered then than in the export. */
const STILL = { before: 0, after: 0.001 };

function Covers() {
  const covers = useInterviewState(({ document }) => document.covers);
  const masked = usePlayerState((state) => state.masking !== 'none');
  const { before, after } = usePlayerState(isPlaying) ? REACH : STILL;
  const time = usePlayerState((state) => (covers.length > 0 ? state.time : 0));
  if (!masked) return null;
  return covers.map((cover) => {
    const area = coverDuring(cover, time - before, time + after);
    if (!area) return null;
    return <div key={cover.id} className="cover" style={boxStyle(area)} />;
  });
}

function Controls({ selection }: { selection: Span | null }) {
  const player = usePlayer();
  const playing = usePlayerState(isPlaying);
  const rate = usePlayerState((state) => state.rate);
  const loop = usePlayerState((state) => state.loop);
  const picture = usePlayerState(hasPicture);
  const { large } = useLargePicture();
  return (
    <div className="player-controls" role="group" aria-label={t('Playback')}>
      <Button className="button small primary play" onPress={() => player.toggle()}>
        {playing ? t('Pause') : t('Play')}
      </Button>
      <Clock />
      <Button className="button small" onPress={() => player.skip(-BACK_SECONDS)}>
        {t('Back {seconds} s', { seconds: BACK_SECONDS })}
      </Button>
      <span className="speed">
        <Button className="button small" isDisabled={rate === RATES.at(0)} onPress={() => player.slower()}>
          {t('Slower')}
        </Button>
        <span className="numbers" aria-label={t('Speed {rate, number} times', { rate })} role="img">
          {t('{rate, number}×', { rate })}
        </span>
        <Button className="button small" isDisabled={rate === RATES.at(-1)} onPress={() => player.faster()}>
          {t('Faster')}
        </Button>
      </span>
      <ToggleButton
        className="button small"
        isSelected={loop !== null}
        isDisabled={loop === null && selection === null}
        onChange={(isSelected) => player.setLoop(isSelected ? selection : null)}
      >
        {loop === null
          ? t('Loop selection')
          : t('Looping {from} to {to}', { from: clock(loop.from), to: clock(loop.to) })}
      </ToggleButton>
      {picture && (
        <ToggleButton className="button small" isSelected={large} onChange={toggleLargePicture}>
          {t('Large picture')}
        </ToggleButton>
      )}
    </div>
  );
}

function Clock() {
  const second = usePlayerState((state) => Math.floor(state.time));
  const duration = usePlayerState(durationOf);
  return (
    <span className="numbers">
      {clock(second)} / {clock(duration)}
    </span>
  );
}
