import { createStore } from 'zustand/vanilla';
import { settingsSchema } from '../../shared/contract/windowApi';
import type { Session } from './Session';

/** The state of the window. Lint keeps it within `session/`: all others call actions, and read through `useSession`. */
export const store = createStore<Session>(() => ({
  stage: { is: 'none' },
  openings: [],
  locks: 0,
  minutesLeft: null,
  screen: 'start',
  tab: 'transcript',
  target: null,
  asked: null,
  dropped: [],
  notes: [],
  dialog: null,
  trouble: null,
  locale: 'en',
  settings: settingsSchema.parse({}),
  settingsFailure: null,
}));
