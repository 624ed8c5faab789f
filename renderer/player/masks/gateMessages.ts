import type { Blur } from '../../../shared/model/formats';
import type { Span } from '../../../shared/model/entity';

/** The spans that are masked, in seconds, sorted and disjoint, and the signal in their place. */
export interface Masks {
  spans: readonly Span[];
  blur: Blur;
}

/** The messages of the page to the gate, which takes them in the order of sending. */
export type ToGate =
  /** Null lets everything through. Anything else shuts the gate until it is told to follow. */
  | { type: 'masks'; masks: Masks | null }
  /** Nothing more of the recording may come through until `follow`. The gate answers when that is so. */
  | { type: 'shut' }
  /** The recording plays on from its place, so the gate asks where that is. */
  | { type: 'follow' }
  /** The answer to `where`, in seconds that were read after the question of that frame was asked. */
  | { type: 'at'; frame: number; time: number };

/** The messages of the gate to the page. */
export type FromGate = { type: 'shut' } | { type: 'where'; frame: number };
