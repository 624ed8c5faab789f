import { create } from 'zustand';
import { goToQueue } from '../../session/go';

interface Draft {
  /** Files that were chosen for the queue and are not in it yet. */
  recordings: string[];
  /** They are the pieces in which a camera wrote one recording. */
  pieces: boolean;
  /** The folder for the project files. */
  folder: string | null;
}

export const useDraft = create<Draft>(() => ({ recordings: [], pieces: false, folder: null }));

/** Goes on at the queue's screen with recordings, each of them once. */
export function draftRecordings(paths: readonly string[]): void {
  useDraft.setState(({ recordings }) => ({ recordings: [...new Set([...recordings, ...paths])] }));
  goToQueue({ fresh: true });
}
