import { create } from 'zustand';
import { goToQueue } from '../go';

interface Draft {
  /** Files that were chosen for the queue and are not in it yet. */
  recordings: string[];
  /** True when they are the pieces in which a camera wrote one recording. */
  pieces: boolean;
  /** The folder for the project files. */
  folder: string | null;
}

/** The choices for the queue that are not in it yet. */
export const useDraft = create<Draft>(() => ({ recordings: [], pieces: false, folder: null }));

/** Adds recordings, each of them once, and shows the queue's screen. */
export function draftRecordings(paths: readonly string[]): void {
  useDraft.setState(({ recordings }) => ({ recordings: [...new Set([...recordings, ...paths])] }));
  goToQueue({ fresh: true });
}

export const takeOutOfDraft = (recording: string): void =>
  useDraft.setState(({ recordings }) => ({ recordings: recordings.filter((one) => one !== recording) }));

/** Notes whether the recordings are the pieces in which a camera wrote one. */
export const draftAsPieces = (pieces: boolean): void => useDraft.setState({ pieces });

export const draftFolder = (folder: string): void => useDraft.setState({ folder });

/** Forgets the recordings. The folder is likely to be the same next time, so it stays. */
export const emptyDraft = (): void => useDraft.setState({ recordings: [], pieces: false });
