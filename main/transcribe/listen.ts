import type { Readable } from 'node:stream';
import { SoundLevels } from './SoundLevels';

/**
 * Measures a stream of mono 32-bit floats (little-endian) at 16 kHz, in one pass and hardly any memory.
 * @param onSamples is told how many samples have been measured so far.
 */
export async function listen(sound: Readable, onSamples?: (samples: number) => void): Promise<SoundLevels> {
  const levels = new SoundLevels();
  let heard = 0;
  for await (const samples of samplesOf(sound)) {
    levels.push(samples);
    heard += samples.length;
    onSamples?.(heard);
  }
  levels.end();
  return levels;
}

/** Cuts a byte stream at whole samples. */
export async function* samplesOf(sound: AsyncIterable<unknown>): AsyncGenerator<Float32Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of sound) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    const whole = bytes.length - (bytes.length % Float32Array.BYTES_PER_ELEMENT);
    // A copy: the bytes may lie at an address that floats must not have.
    const samples = new Float32Array(whole / Float32Array.BYTES_PER_ELEMENT);
    Buffer.from(samples.buffer).set(bytes.subarray(0, whole));
    yield samples;
    rest = bytes.subarray(whole);
  }
}
