import type { Blur } from '../model/formats';
import type { SignalSource } from './SignalSource';
import { SineTone } from './SineTone';
import { SpeechNoise } from './SpeechNoise';

/** Returns the signal of a blur from a position (samples at `rate` Hz) on; null for silence. */
export function makeSignal(blur: Blur, rate: number, position: number): SignalSource | null {
  if (blur === 'noise') return new SpeechNoise(rate, position);
  return blur === 'tone' ? new SineTone(rate, position) : null;
}
