import { Transform } from 'node:stream';
import { VoiceDisguise } from './VoiceDisguise';

const BYTES = Float32Array.BYTES_PER_ELEMENT;

/**
 * Gives interleaved float32 (little-endian) samples another voice; as many come out as went in. All channels get the
 * same voice: otherwise their difference would tell of the first one.
 */
export function disguiseStream(rate: number, channels: number, seed: string): Transform {
  const voices = Array.from({ length: channels }, () => new VoiceDisguise(rate, seed));
  let carry: Buffer = Buffer.alloc(0);
  let taken = 0;
  let given = 0;
  const interleaved = (parts: readonly Float32Array[]): Buffer => {
    const frames = parts[0]?.length ?? 0;
    given += frames;
    const all = new Float32Array(frames * channels);
    for (const [c, part] of parts.entries()) {
      for (let i = 0; i < frames; i++) all[i * channels + c] = part[i] ?? 0;
    }
    return Buffer.from(all.buffer);
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
      const frames = Math.floor(bytes.length / (BYTES * channels));
      // This is a copy, since the bytes may lie at an address that floats must not have.
      const samples = new Float32Array(frames * channels);
      Buffer.from(samples.buffer).set(bytes.subarray(0, frames * channels * BYTES));
      carry = Buffer.from(bytes.subarray(frames * channels * BYTES));
      taken += frames;
      done(
        null,
        interleaved(
          voices.map((voice, c) =>
            voice.push(Float32Array.from({ length: frames }, (_, i) => samples[i * channels + c] ?? 0)),
          ),
        ),
      );
    },
    flush(done) {
      done(null, interleaved(voices.map((voice) => voice.end(taken - given))));
    },
  });
}
