import { useStore } from 'zustand';
import type { Interview } from './interview/Interview';
import type { Session } from './Session';
import { interviewIn } from './stage';
import { store } from './store';

/** Gives a part of the window's state. What uses it is drawn again when that part changes. */
export const useSession = <T>(select: (session: Session) => T): T => useStore(store, select);

/** Gives the window's state at this moment, for what is done outside of drawing. */
export const sessionNow = (): Session => store.getState();

/** Follows the window's state. @returns a function that ends this. */
export const onSession = (listener: (now: Session, before: Session) => void): (() => void) =>
  store.subscribe(listener);

/** Gives the interview that is open; null where there is none. */
export const openInterviewOf = ({ stage }: Session): Interview | null => interviewIn(stage);

/** Tells whether what was done is being saved before the interview is left. Nothing can be typed meanwhile. */
export const isSaving = ({ stage }: Session): boolean => stage.is === 'saving';
