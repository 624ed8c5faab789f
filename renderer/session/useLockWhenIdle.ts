import { useEffect } from 'react';
import { lock } from './leaveInterview';
import { interviewIn } from './stage';
import { store } from './store';

const MINUTE_MILLISECONDS = 60_000;
const LOOK_EVERY_MILLISECONDS = 5000;

/** Locks the app when nobody has touched the window for so many minutes; 0 is never. */
export function useLockWhenIdle(minutes: number): void {
  useEffect(() => {
    let touched = Date.now();
    /** True after a lock, until somebody touches the window. */
    let locked = false;
    const left = () => minutes * MINUTE_MILLISECONDS - (Date.now() - touched);
    const tell = () => {
      const { stage, minutesLeft: before } = store.getState();
      const isOpen = interviewIn(stage) !== null;
      const minutesLeft = isOpen && minutes > 0 ? Math.max(0, Math.ceil(left() / MINUTE_MILLISECONDS)) : null;
      if (before !== minutesLeft) store.setState({ minutesLeft });
    };
    const look = () => {
      tell();
      const { stage } = store.getState();
      if (stage.is === 'saving' || minutes === 0 || left() > 0) return;
      // An interview that could not be locked is tried again. Without one, a single lock hides what the queue shows.
      if (interviewIn(stage) || !locked) void lock();
      locked = true;
    };
    const touch = () => {
      touched = Date.now();
      locked = false;
    };
    const events = ['keydown', 'pointerdown', 'wheel', 'pointermove'] as const;
    for (const event of events) window.addEventListener(event, touch, { capture: true, passive: true });
    const timer = setInterval(look, LOOK_EVERY_MILLISECONDS);
    const forget = store.subscribe(tell);
    tell();
    return () => {
      for (const event of events) window.removeEventListener(event, touch, { capture: true });
      clearInterval(timer);
      forget();
    };
  }, [minutes]);
}
