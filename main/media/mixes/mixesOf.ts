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
 * The mixes of a sound that are worth hearing, since each lets one hear something that the others do not: one of a mono
 * recording and of one with equal or inverted channels, each channel and the sum of two microphones, and the difference
 * too where channels have something in common. One pass, and little memory.
 */
export async function mixesOf({ stream, channels, sampleRate }: Sound): Promise<Mix[]> {
  const meter = new MixMeter(channels, sampleRate);
  for await (const frames of framesOf(stream, channels)) meter.push(frames);
  return meter.mixes();
}

/** Does the same with what is in memory: interleaved samples, as of a window that is about to be heard. */
export function mixesOfWindow(interleaved: Float32Array, channels: number, sampleRate: number): Mix[] {
  const meter = new MixMeter(channels, sampleRate);
  meter.push(interleaved);
  return meter.mixes();
}
