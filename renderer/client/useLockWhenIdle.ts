import { useEffect } from 'react';
import { create } from 'zustand';
import { lock, useApp } from './app';

/** Minutes until the interview is locked, rounded up; null when it is not going to be. */
export const useMinutesLeft = create<{ minutes: number | null }>(() => ({ minutes: null }));

const MINUTE = 60_000;
const LOOK_EVERY = 5000;

/** Locks the interview when nobody has touched the window for so many minutes; 0 is never. */
export function useLockWhenIdle(minutes: number): void {
  useEffect(() => {
    let touched = Date.now();
    const look = () => {
      const { interview, going } = useApp.getState();
      const left = minutes * MINUTE - (Date.now() - touched);
      const told = interview && minutes > 0 ? Math.max(0, Math.ceil(left / MINUTE)) : null;
      if (useMinutesLeft.getState().minutes !== told) useMinutesLeft.setState({ minutes: told });
      if (interview && going === null && minutes > 0 && left <= 0) void lock({ patient: true });
    };
    const touch = () => {
      touched = Date.now();
    };
    const events = ['keydown', 'pointerdown', 'wheel', 'pointermove'] as const;
    for (const event of events) window.addEventListener(event, touch, { capture: true, passive: true });
    const timer = setInterval(look, LOOK_EVERY);
    const forget = useApp.subscribe(look);
    look();
    return () => {
      for (const event of events) window.removeEventListener(event, touch, { capture: true });
      clearInterval(timer);
      forget();
    };
  }, [minutes]);
}
