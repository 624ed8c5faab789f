import { create } from 'zustand';
import type { Span } from '../../shared/model/entity';

/** What of the recording somebody wants to have heard again. */
export interface HearAgainWish {
  /** Seconds; null for all of it. */
  stretch: Span | null;
  /** The language it is said in, where that was chosen with it. */
  language?: string;
}

/** The wish, until it is seen to or let go; the window asks how, and shows what comes of it. */
export const useHearAgain = create<{ wish: HearAgainWish | null }>(() => ({ wish: null }));

export const askToHearAgain = (wish: HearAgainWish | null): void => useHearAgain.setState({ wish });
