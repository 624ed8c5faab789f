import type { PointerEvent as ReactPointerEvent } from 'react';
import type { Point } from '../../../shared/model/rectangle';

interface Follower {
  /** Each time it has moved; both in fractions of the box, also outside of it. */
  onMove: (from: Point, to: Point) => void;
  /** When it was let go; not when it never moved, or was taken away by the system. */
  onDrop: (from: Point, to: Point) => void;
  /** At the very end, however that came. */
  onEnd: () => void;
}

/** Pixels that a hand moves when it only wants to press. */
const TREMBLE_PIXELS = 3;

/** Follows a pointer that was pressed on an element, within the box of another, until it is let go. */
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
  // It comes last, after the other two and when the system takes the pointer away.
  on('lostpointercapture', () => {
    ended.abort();
    follower.onEnd();
  });
  element.setPointerCapture(pointerId);
}
