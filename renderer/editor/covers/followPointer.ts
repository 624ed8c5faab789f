import type { PointerEvent as ReactPointerEvent } from 'react';
import type { Point } from '../../../shared/model/rectangle';

interface Follower {
  /** Called after each move. Both points are fractions of the box, and may lie outside of it. */
  onMove: (from: Point, to: Point) => void;
  /** Called when the pointer is let go, unless it never moved or the system took it away. */
  onDrop: (from: Point, to: Point) => void;
  /** Called at the very end, whatever ended it. */
  onEnd: () => void;
}

/** Pixels that a hand may move when it only wants to press. */
const TREMBLE_PIXELS = 3;

/** Follows a pointer, which was pressed on an element, within another element's box until it is let go. */
export function followPointer(event: ReactPointerEvent, box: Element, follower: Follower): void {
  if (event.button !== 0 || !event.isPrimary) return;
  const element = event.currentTarget;
  const { left, top, width, height } = box.getBoundingClientRect();
  const pointAt = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => ({
    x: (clientX - left) / width,
    y: (clientY - top) / height,
  });
  const { pointerId, clientX, clientY } = event;
  const from = pointAt(event);
  const ended = new AbortController();
  let moved = false;
  const on = (type: string, act: (event: PointerEvent) => void) =>
    element.addEventListener(
      type,
      (followed) => {
        if (followed instanceof PointerEvent && followed.pointerId === pointerId) act(followed);
      },
      { signal: ended.signal },
    );
  on('pointermove', (now) => {
    moved ||= Math.hypot(now.clientX - clientX, now.clientY - clientY) >= TREMBLE_PIXELS;
    if (moved) follower.onMove(from, pointAt(now));
  });
  on('pointerup', (now) => {
    if (moved) follower.onDrop(from, pointAt(now));
  });
  // This event comes last: after the other two, and when the system takes the pointer away.
  on('lostpointercapture', () => {
    ended.abort();
    follower.onEnd();
  });
  element.setPointerCapture(pointerId);
}
