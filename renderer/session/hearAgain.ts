import { create } from 'zustand';
import type { Span } from '../../shared/model/entity';

/** A wish to have the recording, or a part of it, heard again. */
export interface HearAgainWish {
  /** Seconds; null for all of it. */
  stretch: Span | null;
  /** The language that is said there, if it was chosen too. */
  language?: string;
}

/** The wish, until it is met or given up. The window asks how, and shows the result. */
export const useHearAgain = create<{ wish: HearAgainWish | null }>(() => ({ wish: null }));

export const askToHearAgain = (wish: HearAgainWish | null): void => useHearAgain.setState({ wish });
