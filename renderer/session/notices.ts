import type { AppErrorShape } from '../../shared/model/errors';
import type { Session } from './Session';
import { store } from './store';

/** Opens one of the sheets that can be looked at from everywhere. */
export const openSheet = (dialog: NonNullable<Session['dialog']>): void => store.setState({ dialog });

export const closeSheet = (): void => store.setState({ dialog: null });

/** Reports an error that no screen shows. */
export const reportTrouble = (trouble: AppErrorShape): void => store.setState({ trouble });

export const dismissTrouble = (): void => store.setState({ trouble: null });

/** Takes the notes of the import off the screen. */
export const dismissNotes = (): void => store.setState({ notes: [] });
