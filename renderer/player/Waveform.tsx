import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { create } from 'zustand';
import { PAGE_META } from '../../shared/contract/bridge';
import type { Span } from '../../shared/model/entity';
import { withheldMentions, withheldSpans } from '../../shared/plan/RedactionPlan';
import { setEdge } from '../../shared/edits/setEdge';
import { useInterview, useInterviewState } from '../session/useInterview';
import { useSession } from '../session/useSession';
import { EdgeSliders } from './EdgeSliders';
import { usePlayer, usePlayerState } from './PlayerContext';
import { durationOf, isPlaying, recordingOf } from './PlayerState';
import { WaveformView, type Marked, type WaveformActs } from './WaveformView';
import './Waveform.css';

/** Seconds around an edge that are played when it was moved. */
const AROUND = 0.6;
/** Pixels a second. */
const ZOOM = { least: 2, first: 40, most: 640, step: 2 };
/** It stays while other things are on the screen. */
const useZoom = create(() => ({ scale: ZOOM.first }));
/** Seconds, of keys that move the position. */
const STEP = { small: 1, large: 10 };

interface Props extends Pick<Marked, 'chosen' | 'drawn'>, Pick<WaveformActs, 'onDraw' | 'onChoose'> {}

/** Shows the sound, what is withheld of it, and where it plays. Dragging marks; edges of marks can be moved and played. */
export function Waveform({ chosen, drawn, onDraw, onChoose }: Props) {
  // It follows behind what a key does in the text.
  const document = useDeferredValue(useInterviewState((state) => state.document));
  const { entities, mentions, boundaries, media } = document;
  // What words say changes nothing here, and documents change with every key.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const marks = useMemo(() => marksOf(document), [entities, mentions, boundaries, media]);
  return useMemo(
    () => <Sound {...{ marks, chosen, drawn, onDraw, onChoose }} />,
    [marks, chosen, drawn, onDraw, onChoose],
  );
}

interface SoundProps extends Props {
  marks: Pick<Marked, 'spans' | 'mentions'>;
}

function Sound({ marks, chosen, drawn, onDraw, onChoose }: SoundProps) {
  const interview = useInterview();
  const player = usePlayer();
  const peaks = usePlayerState((state) => recordingOf(state)?.peaks);
  const duration = usePlayerState(durationOf);
  const theme = useSession((state) => state.settings.theme);
  const zoom = useZoom((state) => state.scale);
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<WaveformView | null>(null);

  /** Sets an edge, and plays it as it is in the recording. */
  const moveEdge = (id: string, edges: Partial<Span>) => {
    interview.execute(setEdge(interview.document, id, edges).command);
    const at = edges.from ?? edges.to ?? 0;
    player.playSpan({ from: Math.max(0, at - AROUND), to: at + AROUND }, { unmasked: true });
  };
  const acts = useRef({ onDraw, onChoose, moveEdge });
  useEffect(() => {
    acts.current = { onDraw, onChoose, moveEdge };
  });

  useEffect(() => {
    if (!place.current || !peaks) return;
    const made = new WaveformView(place.current, peaks.values, duration, nonce(), {
      onSeek: (time) => player.seek(time),
      onDraw: (span) => acts.current.onDraw(span),
      onChoose: (mention) => acts.current.onChoose(mention),
      onEdge: (id, edges) => acts.current.moveEdge(id, edges),
    });
    const forget = player.store.subscribe((state) => made.showTime(state.time, isPlaying(state)));
    made.showTime(player.store.getState().time, false);
    setView(made);
    return () => {
      forget();
      made.destroy();
      setView(null);
    };
  }, [player, peaks, duration]);
  useEffect(() => view?.zoom(zoom), [view, zoom]);
  useEffect(() => {
    view?.paint();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const paint = () => view?.paint();
    dark.addEventListener('change', paint);
    return () => dark.removeEventListener('change', paint);
  }, [view, theme]);
  useEffect(() => view?.show({ ...marks, chosen, drawn }), [view, marks, chosen, drawn]);

  if (!peaks) return null;
  const press = (event: KeyboardEvent) => {
    const target = targetOf(event, player.store.getState().time, duration);
    if (target === undefined) return;
    event.preventDefault();
    player.seek(target);
  };
  const span = marks.mentions.find(({ id }) => id === chosen)?.span;
  const change = (factor: number) =>
    useZoom.setState({ scale: Math.min(ZOOM.most, Math.max(ZOOM.least, zoom * factor)) });
  return (
    <div className="waveform">
      {/* The keys come from the edges and the position within. */}
      <div className="waveform-sound" role="presentation" ref={place} onKeyDown={press} />
      <div className="row">
        <Button className="button" isDisabled={zoom >= ZOOM.most} onPress={() => change(ZOOM.step)}>
          Closer
        </Button>
        <Button className="button" isDisabled={zoom <= ZOOM.least} onPress={() => change(1 / ZOOM.step)}>
          Wider
        </Button>
        <span className="soft">Drag to mark sound</span>
      </div>
      {chosen !== null && span && (
        <EdgeSliders
          key={chosen}
          span={span}
          duration={duration}
          onMove={(edges) => moveEdge(chosen, edges)}
          onPlay={(at) =>
            player.playSpan({ from: Math.max(0, at - AROUND), to: at + AROUND }, { unmasked: true })
          }
        />
      )}
    </div>
  );
}

/** Finds the time to which a key leads from another; seconds. */
function targetOf({ key, shiftKey }: KeyboardEvent, time: number, duration: number): number | undefined {
  const step = shiftKey ? STEP.large : STEP.small;
  const targets: Partial<Record<string, number>> = {
    ArrowRight: time + step,
    ArrowUp: time + step,
    ArrowLeft: time - step,
    ArrowDown: time - step,
    PageUp: time + STEP.large,
    PageDown: time - STEP.large,
    Home: 0,
    End: duration,
  };
  return targets[key];
}

function marksOf(document: Parameters<typeof withheldSpans>[0]) {
  const mentions = withheldMentions(document).flatMap(({ id, span }) => (span ? [{ id, span }] : []));
  return { spans: withheldSpans(document), mentions };
}

/** Gives the nonce that the style sheet of the waveform must carry. */
const nonce = (): string =>
  document.querySelector<HTMLElement>(`meta[property="${PAGE_META.nonce}"]`)?.nonce ?? '';
