import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { t } from '../../../shared/messages/messages';
import { changeCover } from '../../../shared/edits/changeCover';
import type { Rectangle } from '../../../shared/model/cover';
import { eraseCover } from '../../../shared/edits/drawCovers';
import { moveRectangle, stretchRectangle, type Corner, type Point } from '../../../shared/model/rectangle';
import { useEditor } from '../editorState';
import { usePlayer } from '../../player/PlayerContext';
import { useInterview } from '../../session/useInterview';
import { boxStyle } from '../../ui/boxStyle';
import { followPointer } from './followPointer';

/** Share of the picture by which a key moves an edge. */
const STEP_SHARE = 0.01;
/** Milliseconds without a key after which a move counts as finished. */
const SETTLED_MILLISECONDS = 400;
const DIRECTIONS: Partial<Record<string, Point>> = {
  ArrowLeft: { x: -STEP_SHARE, y: 0 },
  ArrowRight: { x: STEP_SHARE, y: 0 },
  ArrowUp: { x: 0, y: -STEP_SHARE },
  ArrowDown: { x: 0, y: STEP_SHARE },
};
const CORNERS: readonly Corner[] = ['top left', 'top right', 'bottom left', 'bottom right'];

interface Props {
  id: string;
  number: number;
  place: Rectangle;
  /** The element that is as large as the picture. */
  layer: RefObject<HTMLElement | null>;
}

/**
 * Shows a cover on the picture at this moment. What is under it can be seen, and moving it makes a key at this time.
 */
export function CoverBox({ id, number, place, layer }: Props) {
  const interview = useInterview();
  const player = usePlayer();
  const chosen = useEditor((state) => state.cover === id);
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const [moving, setMoving] = useState<{ place: Rectangle; byKey: boolean } | null>(null);
  const [told, setTold] = useState('');
  const shown = moving?.place ?? place;
  /** Seconds of the recording at which the cover will have its new place. */
  const at = useRef(0);

  const put = (to: Rectangle) => {
    interview.execute(changeCover(interview.document, id, { what: 'place', at: at.current, place: to }));
    setTold(describe(to));
  };
  // Several keys in a row are one move, which is one step to undo.
  const settle = () => {
    if (!moving?.byKey) return;
    put(moving.place);
    setMoving(null);
  };
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => {
    if (!moving?.byKey) return;
    const timer = setTimeout(() => latest.current(), SETTLED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [moving]);

  // A move is not lost either when playback goes to a moment without this cover.
  useEffect(() => () => latest.current(), []);

  const wanted = useEditor((state) => state.coverToFocus === id);
  useEffect(() => {
    if (!wanted) return;
    box.current?.focus();
    useEditor.setState({ coverToFocus: null });
  }, [wanted]);

  const drag = (event: PointerEvent, change: (by: Point) => Rectangle) => {
    event.stopPropagation();
    if (!layer.current) return;
    settle();
    at.current = player.hold();
    const changed = (from: Point, to: Point) => change({ x: to.x - from.x, y: to.y - from.y });
    followPointer(event, layer.current, {
      onMove: (from, to) => setMoving({ place: changed(from, to), byKey: false }),
      onDrop: (from, to) => put(changed(from, to)),
      onEnd: () => setMoving(null),
    });
  };

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = DIRECTIONS[event.key];
    const removes = event.key === 'Delete' || event.key === 'Backspace';
    if (!by && !removes) return;
    event.preventDefault();
    if (removes) interview.execute(eraseCover(interview.document, id));
    if (!by) return;
    if (!moving) at.current = player.hold();
    const moved = event.shiftKey ? stretchRectangle(shown, 'bottom right', by) : moveRectangle(shown, by);
    setMoving({ place: moved, byKey: true });
  };

  return (
    <>
      {/* This is an application, so that screen readers leave its arrow keys alone. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={box}
        className={`cover-box${chosen ? ' chosen' : ''}`}
        style={boxStyle(shown)}
        role="application"
        aria-roledescription={t('cover')}
        aria-label={t('Cover {number}', { number })}
        aria-describedby={hint}
        tabIndex={0}
        onFocus={() => useEditor.setState({ cover: id })}
        onBlur={settle}
        onKeyDown={press}
        onPointerDown={(event) => drag(event, (by) => moveRectangle(shown, by))}
      >
        <span className="cover-number" aria-hidden="true">
          {number}
        </span>
        {chosen &&
          CORNERS.map((corner) => (
            <div
              key={corner}
              className={`cover-corner ${corner}`}
              onPointerDown={(event) => drag(event, (by) => stretchRectangle(shown, corner, by))}
            />
          ))}
      </div>
      <span id={hint} className="visually-hidden">
        {t('{place}. Arrow keys move it, with Shift they change its size, Delete removes it.', {
          place: describe(shown),
        })}
      </span>
      <span className="visually-hidden" role="status">
        {told}
      </span>
    </>
  );
}

function describe({ x, y, width, height }: Rectangle): string {
  const [left, top, wide, high] = [x, y, width, height].map((part) => Math.round(100 * part));
  return t('{left} % from the left, {top} % from the top, {wide} % wide, {high} % high', {
    ...{ left, top, wide, high },
  });
}
