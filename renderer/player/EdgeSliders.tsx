import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import type { Span } from '../../shared/model/entity';
import { clockHundredths } from '../../shared/text/clock';

/** Seconds by which a key moves an edge. The small step also lies between two edges at least. */
const STEP = { small: 0.01, large: 0.1 };
/** Milliseconds without a key after which a move counts as finished. */
const SETTLED_MILLISECONDS = 400;

interface EdgeSlidersProps {
  span: Span;
  /** Seconds of the recording. */
  duration: number;
  onMove: (edges: Partial<Span>) => void;
  onPlay: (at: number) => void;
}

/** Shows both edges of a mark, which keys move, and plays them. */
export function EdgeSliders({ span, duration, onMove, onPlay }: EdgeSlidersProps) {
  return (
    <div className="edges" role="group" aria-label={t('Edges of the mark')}>
      <Edge
        edge="begin"
        at={span.from}
        least={0}
        most={span.to - STEP.small}
        onMove={(from) => onMove({ from })}
        onPlay={onPlay}
      />
      <Edge
        edge="end"
        at={span.to}
        least={span.from + STEP.small}
        most={duration}
        onMove={(to) => onMove({ to })}
        onPlay={onPlay}
      />
    </div>
  );
}

interface EdgeProps {
  edge: 'begin' | 'end';
  /** Seconds */
  at: number;
  least: number;
  most: number;
  onMove: (at: number) => void;
  onPlay: (at: number) => void;
}

function Edge({ edge, at, least, most, onMove, onPlay }: EdgeProps) {
  // Several keys in a row are one move, which is one step to undo and is played once.
  const [moving, setMoving] = useState<number | null>(null);
  const shown = moving ?? at;
  const settle = () => {
    if (moving !== null && moving !== at) onMove(moving);
    setMoving(null);
  };
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => {
    if (moving === null) return;
    const timer = setTimeout(() => latest.current(), SETTLED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [moving]);

  const press = (event: React.KeyboardEvent) => {
    const directions: Partial<Record<string, number>> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
    };
    const direction = directions[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const step = event.shiftKey ? STEP.large : STEP.small;
    setMoving(Math.min(most, Math.max(least, Number((shown + direction * step).toFixed(6)))));
  };
  return (
    <div className="edge">
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('{edge, select, begin {Mark begins} other {Mark ends}}', { edge })}
        aria-valuemin={least}
        aria-valuemax={most}
        aria-valuenow={shown}
        aria-valuetext={clockHundredths(shown)}
        onKeyDown={press}
        onBlur={settle}
      >
        {t('{edge, select, begin {Begins} other {Ends}}', { edge })}{' '}
        <span className="numbers">{clockHundredths(shown)}</span>
      </div>
      <Button
        className="button quiet small"
        aria-label={t('{edge, select, begin {Hear where the mark begins} other {Hear where the mark ends}}', {
          edge,
        })}
        onPress={() => onPlay(shown)}
      >
        {t('Hear')}
      </Button>
    </div>
  );
}
