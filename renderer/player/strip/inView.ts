import { create } from 'zustand';
import type { Span } from '../../../shared/model/entity';

/** The part of the recording that the waveform shows, in seconds; null where it is not on the screen. */
export const useInView = create<{ shown: Span | null; width: number }>(() => ({ shown: null, width: 0 }));
