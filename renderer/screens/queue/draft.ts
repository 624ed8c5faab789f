import { create } from 'zustand';
import { useApp } from '../../client/app';

/** Recordings that were chosen for the queue and are not in it yet, and the folder for their project files. */
export const useDraft = create<{ recordings: string[]; folder: string | null }>(() => ({
  recordings: [],
  folder: null,
}));

/** Goes on at the queue's screen with recordings, each of them once. */
export function draftRecordings(paths: readonly string[]): void {
  useDraft.setState(({ recordings }) => ({ recordings: [...new Set([...recordings, ...paths])] }));
  useApp.setState({ screen: 'queue', asked: null });
}
