import { useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { t } from '../../../shared/messages/messages';
import type { Span } from '../../../shared/model/entity';
import { clock } from '../../../shared/text/clock';
import { targetOf } from '../targetOf';
import { usePlayer, usePlayerState } from '../PlayerContext';
import { useInView } from './inView';
import { asSeen, boxes } from './lanes';
import { Ruler } from './Ruler';
import { STRIP_TOLD } from './StripKey';
import type { RecordingLanes } from './useLanes';
import { useWidth } from './useWidth';
import './strip.css';

/** Seconds by which keys move the position: farther than on the waveform. */
const STEP = { small: 5, large: 60 };
/** Heights of the lanes, from the top. */
const LANES = { speakers: [0, 9], withheld: [11, 22], covered: [24, 28] } as const;
const HEIGHT_UNITS = 28;

/**
 * Shows the whole recording at a glance, however long it is: who speaks, what is withheld, covered, or without words,
 * where chapters begin, and where it plays. Pressing or dragging goes there.
 */
export function Strip({ lanes }: { lanes: RecordingLanes }) {
  const { duration } = lanes;
  const player = usePlayer();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const second = usePlayerState((state) => Math.floor(state.time));
  const seekTo = ({ clientX, currentTarget }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    player.seek(Math.min(1, Math.max(0, (clientX - box.left) / (box.width || 1))) * duration);
  };
  const press = (event: KeyboardEvent) => {
    const target = targetOf(event, { time: player.store.getState().time, duration, step: STEP });
    if (target === undefined) return;
    event.preventDefault();
    player.seek(target);
  };
  return (
    <div className="strip">
      <div
        ref={place}
        className="strip-lanes"
        role="slider"
        tabIndex={0}
        aria-label={t('Whole recording')}
        aria-describedby={STRIP_TOLD}
        aria-valuemin={0}
        aria-valuemax={Math.floor(duration)}
        aria-valuenow={second}
        aria-valuetext={t('{part} of {whole}', { part: clock(second), whole: clock(duration) })}
        onKeyDown={press}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          seekTo(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
        }}
      >
        <Drawing lanes={lanes} />
        <Frame duration={duration} />
        <Playhead duration={duration} />
      </div>
      <Ruler from={0} to={duration} width={width} />
    </div>
  );
}

/** Draws one path for each kind, so that thousands of places are as quick as few. */
function Drawing({ lanes }: { lanes: RecordingLanes }) {
  const { duration, turns, withheld, covered, chapters, missing } = lanes;
  return useMemo(() => {
    const drawn = (spans: readonly Span[], heights: readonly [number, number]) =>
      boxes(asSeen(spans, duration), heights);
    const voices = [...new Set(turns.map(({ voice }) => voice))];
    const of = (voice: number) => turns.filter((turn) => turn.voice === voice);
    return (
      <svg viewBox={`0 0 ${duration} ${HEIGHT_UNITS}`} preserveAspectRatio="none" aria-hidden="true">
        {voices.map((voice) => (
          <path
            key={voice}
            className="strip-voice"
            {...(voice > 0 && { 'data-voice': voice })}
            d={drawn(of(voice), LANES.speakers)}
          />
        ))}
        <path className="strip-missing" d={drawn(missing, LANES.speakers)} />
        <path className="strip-withheld" d={drawn(withheld, LANES.withheld)} />
        <path className="strip-covered" d={drawn(covered, LANES.covered)} />
        <path className="strip-chapter" d={chapters.map((at) => `M${at} 0V${HEIGHT_UNITS}`).join('')} />
      </svg>
    );
  }, [duration, turns, withheld, covered, chapters, missing]);
}

/** Frames the part of the recording that the waveform shows. */
function Frame({ duration }: { duration: number }) {
  const shown = useInView((state) => state.shown);
  if (!shown || shown.to - shown.from >= duration) return null;
  const share = (seconds: number) => `${(seconds / duration) * 100}%`;
  return (
    <div
      className="strip-frame"
      style={{ left: share(shown.from), width: share(Math.min(duration, shown.to) - shown.from) }}
    />
  );
}

/** Moves without React, since it moves many times a second. */
function Playhead({ duration }: { duration: number }) {
  const player = usePlayer();
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = ({ time }: { time: number }) => {
      if (mark.current) mark.current.style.left = `${(time / duration) * 100}%`;
    };
    show(player.store.getState());
    return player.store.subscribe(show);
  }, [player, duration]);
  return <div className="strip-playhead" ref={mark} />;
}
