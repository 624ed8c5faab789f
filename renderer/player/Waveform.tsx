import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Button } from 'react-aria-components';
import { create } from 'zustand';
import { t } from '../../shared/messages/messages';
import { PAGE_META } from '../../shared/contract/bridge';
import type { Span } from '../../shared/model/entity';
import { withheldMentions, withheldSpans } from '../../shared/plan/RedactionPlan';
import { setEdge } from '../../shared/edits/setEdge';
import { useInterview, useInterviewState } from '../session/useInterview';
import { useSession } from '../session/useSession';
import { useAfterPaint } from '../ui/useAfterPaint';
import { EdgeSliders } from './EdgeSliders';
import { GoToTimeButton } from './GoToTime';
import { usePlayer, usePlayerState } from './PlayerContext';
import { durationOf, isPlaying, recordingOf } from './PlayerState';
import { useInView } from './strip/inView';
import { Ruler } from './strip/Ruler';
import { targetOf } from './targetOf';
import { WaveformView, type Marked, type WaveformActs } from './WaveformView';
import './Waveform.css';

/** Seconds on both sides of an edge that are played after it was moved. */
const AROUND_SECONDS = 0.6;
/** Pixels per second. `word` shows a word and what is beside it. Zooming out ends with the whole recording in view. */
const ZOOM = { first: 40, word: 320, most: 640, step: 2 };
/** The scale stays while other things are on the screen. */
const useZoom = create(() => ({ scale: ZOOM.first }));
/** Seconds by which keys move the position. */
const STEP = { small: 1, large: 10 };

interface Props extends Pick<Marked, 'chosen' | 'drawn'>, Pick<WaveformActs, 'onDraw' | 'onChoose'> {
  /** The content beside its buttons. */
  children?: ReactNode;
}

/** Shows the sound, what is withheld of it, and where it plays. Dragging draws a range, or moves the edge of a mark. */
export function Waveform({ chosen, drawn, onDraw, onChoose, children }: Props) {
  // It follows after the text has shown what a key did.
  const document = useDeferredValue(useAfterPaint(useInterviewState((state) => state.document)));
  const { entities, mentions, boundaries, media } = document;
  // The text of words changes nothing here, while the document changes with every key.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const marks = useMemo(() => marksOf(document), [entities, mentions, boundaries, media]);
  return useMemo(
    () => <Sound {...{ marks, chosen, drawn, onDraw, onChoose }}>{children}</Sound>,
    [marks, chosen, drawn, onDraw, onChoose, children],
  );
}

interface SoundProps extends Props {
  marks: Pick<Marked, 'spans' | 'mentions'>;
}

function Sound({ marks, chosen, drawn, onDraw, onChoose, children }: SoundProps) {
  const interview = useInterview();
  const player = usePlayer();
  const peaks = usePlayerState((state) => recordingOf(state)?.peaks);
  const duration = usePlayerState(durationOf);
  const theme = useSession((state) => state.settings.theme);
  const zoom = useZoom((state) => state.scale);
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<WaveformView | null>(null);

  /** Sets an edge, and plays it as recorded. */
  const moveEdge = (id: string, edges: Partial<Span>) => {
    interview.execute(setEdge(interview.document, id, edges).command);
    const at = edges.from ?? edges.to ?? 0;
    player.playSpan({ from: Math.max(0, at - AROUND_SECONDS), to: at + AROUND_SECONDS }, { unmasked: true });
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
      onView: (shown, width) => useInView.setState({ shown, width }),
    });
    const forget = player.store.subscribe((state) => made.showTime(state.time, isPlaying(state)));
    made.showTime(player.store.getState().time, false);
    setView(made);
    return () => {
      forget();
      made.destroy();
      useInView.setState({ shown: null });
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
    const target = targetOf(event, { time: player.store.getState().time, duration, step: STEP });
    if (target === undefined) return;
    event.preventDefault();
    player.seek(target);
  };
  const span = marks.mentions.find(({ id }) => id === chosen)?.span;
  return (
    <div className="waveform">
      <RulerInView />
      {/* The keys come from the edges and the position in it. */}
      <div className="waveform-sound" role="presentation" ref={place} onKeyDown={press} />
      <div className="row waveform-tools">
        <ZoomButtons view={view} />
        <GoToTimeButton />
        {chosen !== null && span && (
          <EdgeSliders
            key={chosen}
            span={span}
            duration={duration}
            onMove={(edges) => moveEdge(chosen, edges)}
            onPlay={(at) =>
              player.playSpan(
                { from: Math.max(0, at - AROUND_SECONDS), to: at + AROUND_SECONDS },
                { unmasked: true },
              )
            }
          />
        )}
        {children}
      </div>
    </div>
  );
}

function RulerInView() {
  const { shown, width } = useInView();
  return <Ruler from={shown?.from ?? 0} to={shown?.to ?? 0} width={width} />;
}

/** Zooms from the whole recording to a word, step by step or at once. */
function ZoomButtons({ view }: { view: WaveformView | null }) {
  const duration = usePlayerState(durationOf);
  const scale = useInView(({ shown, width }) => (shown ? width / (shown.to - shown.from) : ZOOM.first));
  const isWhole = useInView(({ shown }) => shown === null || shown.to - shown.from >= duration * 0.999);
  const zoomTo = (wanted: number) =>
    view && useZoom.setState({ scale: Math.min(ZOOM.most, Math.max(view.wholeScale, wanted)) });
  const isMost = scale > ZOOM.most * 0.999;
  return (
    <>
      <Button
        className="button small"
        isDisabled={isMost}
        onPress={() => zoomTo((view?.scale ?? 0) * ZOOM.step)}
      >
        {t('Zoom in')}
      </Button>
      <Button
        className="button small"
        isDisabled={isWhole}
        onPress={() => zoomTo((view?.scale ?? 0) / ZOOM.step)}
      >
        {t('Zoom out')}
      </Button>
      <Button
        className="button small"
        aria-label={t('Word: zoom to what is said here')}
        onPress={() => zoomTo(ZOOM.word)}
      >
        {t('Word')}
      </Button>
      <Button
        className="button small"
        aria-label={t('Whole recording in view')}
        isDisabled={isWhole}
        onPress={() => zoomTo(0)}
      >
        {t('Whole')}
      </Button>
    </>
  );
}

function marksOf(document: Parameters<typeof withheldSpans>[0]) {
  const mentions = withheldMentions(document).flatMap(({ id, span }) => (span ? [{ id, span }] : []));
  return { spans: withheldSpans(document), mentions };
}

/** Gives the nonce that the style sheet of the waveform must carry. */
const nonce = (): string =>
  document.querySelector<HTMLElement>(`meta[property="${PAGE_META.nonce}"]`)?.nonce ?? '';
