import { framesOf } from './framesOf';
import type { Mix } from './Mix';
import { MixMeter } from './MixMeter';

export interface Sound {
  /** Interleaved 32-bit floats, little-endian. */
  stream: AsyncIterable<unknown>;
  channels: number;
  /** Hz */
  sampleRate: number;
}

/**
 * Finds the mixes of a sound that are worth hearing, since something can be heard in each that is in no other. A mono
 * recording has one mix, and so has one with equal or inverted channels. Two microphones have the sum and each channel,
 * and their difference too where they have something in common. One pass, and little memory.
 */
export async function mixesOf({ stream, channels, sampleRate }: Sound): Promise<Mix[]> {
  const meter = new MixMeter(channels, sampleRate);
  for await (const frames of framesOf(stream, channels)) meter.push(frames);
  return meter.mixes();
}

/** Does the same with interleaved samples in memory, such as those of a window that is about to be heard. */
export function mixesOfWindow(interleaved: Float32Array, channels: number, sampleRate: number): Mix[] {
  const meter = new MixMeter(channels, sampleRate);
  meter.push(interleaved);
  return meter.mixes();
}
