import type { Progress } from '../../shared/contract/envelope';
import type { AppErrorShape } from '../../shared/model/errors';
import type { Span } from '../../shared/model/entity';

/** Seconds. A position farther than this from the last one was jumped to. */
export const JUMP_SECONDS = 0.5;

/** A recording that is loaded. */
export interface Recording {
  /** Seconds */
  duration: number;
  /** The width of the picture divided by its height, as it is watched; null without a picture. */
  aspect: number | null;
  /** Linear peaks, 0 to 255, `perSecond` a second. */
  peaks: { values: Uint8Array; perSecond: number };
}

/** A span that is played once. `unmasked` plays it as recorded, even where the rest sounds as published. */
export interface Once {
  span: Span;
  unmasked: boolean;
}

export type Playback =
  | { is: 'paused' }
  /** It plays as soon as the element is where playing begins. */
  | { is: 'starting'; once: Once | null }
  | { is: 'playing'; once: Once | null };

/** The phase of the player. A loaded recording stays in sight while it is prepared again, or after it failed. */
export type Phase =
  /** The interview has no recording. */
  | { is: 'none' }
  | { is: 'preparing'; progress: Progress | null; recording: Recording | null }
  | { is: 'failed'; error: AppErrorShape; recording: Recording | null }
  | { is: 'ready'; recording: Recording; playback: Playback };

/**
 * The effect of masks at this moment. `none` plays the recording as it is. `inside` means in or near a withheld span:
 * it is time to cover the picture, for those who do.
 */
export type Masking = 'none' | 'outside' | 'inside';

export interface PlayerState {
  phase: Phase;
  /** Seconds; they change several times a second while it plays. */
  time: number;
  rate: number;
  /** The span that is played over and over. */
  loop: Span | null;
  masking: Masking;
}

export const NO_RECORDING: PlayerState = {
  phase: { is: 'none' },
  time: 0,
  rate: 1,
  loop: null,
  masking: 'none',
};

export const isReady = ({ phase }: PlayerState): boolean => phase.is === 'ready';

export const isPlaying = ({ phase }: PlayerState): boolean =>
  phase.is === 'ready' && phase.playback.is !== 'paused';

/** Returns the recording that is loaded, or was loaded before a failure. */
export const recordingOf = ({ phase }: PlayerState): Recording | null =>
  phase.is === 'none' ? null : phase.recording;

/** Returns the width of the picture divided by its height; null where there is none. */
export const aspectOf = (state: PlayerState): number | null => recordingOf(state)?.aspect ?? null;

export const hasPicture = (state: PlayerState): boolean => aspectOf(state) !== null;

/** Returns the seconds of the recording; 0 before one is loaded. */
export const durationOf = (state: PlayerState): number => recordingOf(state)?.duration ?? 0;

/** The speeds at which a recording can be played. */
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2];
