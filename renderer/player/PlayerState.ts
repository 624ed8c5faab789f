import type { Progress } from '../../shared/contract/envelope';
import type { AppErrorShape } from '../../shared/model/errors';
import type { Span } from '../../shared/model/entity';

export interface PlayerState {
  /** `none` is an interview without a recording. */
  status: 'none' | 'preparing' | 'ready' | 'failed';
  progress: Progress | null;
  error: AppErrorShape | null;
  /** Seconds */
  duration: number;
  picture: boolean;
  playing: boolean;
  /** Seconds; while it plays, several times a second. */
  time: number;
  rate: number;
  /** What is played over and over. */
  loop: Span | null;
  /** It sounds as published. */
  masked: boolean;
  /** It is masked and in, or close to, a span: the time to cover the picture, for those who do. */
  inSpan: boolean;
  /** Linear peaks, 0 to 255, `perSecond` a second. */
  peaks: { values: Uint8Array; perSecond: number } | null;
}

/** How fast a recording can be played. */
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2];
