import type { Blur } from '../../../shared/model/formats';
import type { Span } from '../../../shared/model/entity';

/** What is played instead of what: spans in seconds, sorted and disjoint. */
export interface Masks {
  spans: readonly Span[];
  blur: Blur;
}

/** What the page tells the gate, which takes it in the order in which it was sent. */
export type ToGate =
  /** Null lets everything through. Anything else shuts the gate until it is told to follow. */
  | { type: 'masks'; masks: Masks | null }
  /** Nothing more of the recording may come through until `follow`; answered when that is so. */
  | { type: 'shut' }
  /** The recording plays on from one place to the next: ask where it is. */
  | { type: 'follow' }
  /** The answer to `where`: seconds, read after the question of that frame was asked. */
  | { type: 'at'; frame: number; time: number };

/** What the gate tells the page. */
export type FromGate = { type: 'shut' } | { type: 'where'; frame: number };
