import { Readable } from 'node:stream';
import type { MixStretch } from '../../../shared/document/document';
import { decodeSound, type DecodeOptions } from '../decodeSound';
import type { Vault } from '../../vault/Vault';
import { framesOf } from './framesOf';
import { SAMPLE_RATE } from './SoundLevels';

/** Seconds in which one mix fades into the next, so that the seam does not click. */
const FADE_SECONDS = 0.02;

/**
 * Returns the recording as the recogniser hears it: mono 32-bit floats at 16 kHz, in each stretch the mix that carries
 * its speech. The stream ends and fails as that of `decodeSound` does.
 * @param mixes as `listenForSpeech` gives them.
 */
export function speechSound(
  vault: Vault,
  mixes: readonly MixStretch[],
  options: Pick<DecodeOptions, 'from' | 'signal'> = {},
): Readable {
  const sound = decodeSound(vault, { ...options, sampleRate: SAMPLE_RATE });
  const first = Math.round((options.from ?? 0) * SAMPLE_RATE);
  const mixed = Readable.from(mixedOf(sound.stream, sound.channels, first, mixes), { objectMode: false });
  // The stream also closes when the reader has had enough.
  return mixed.once('close', () => sound.stream.destroy());
}

async function* mixedOf(
  sound: Readable,
  channels: number,
  first: number,
  mixes: readonly MixStretch[],
): AsyncGenerator<Buffer> {
  const starts = mixes.map(({ from }) => Math.round(from * SAMPLE_RATE));
  const fade = Math.round(FADE_SECONDS * SAMPLE_RATE);
  const weights = new Float64Array(channels);
  let at = first;
  let stretch = 0;
  for await (const frames of framesOf(sound, channels)) {
    const mixed = new Float32Array(frames.length / channels);
    for (let frame = 0, from = 0; frame < mixed.length; frame++, at++) {
      while (at >= (starts[stretch + 1] ?? Infinity)) stretch++;
      const since = at - (starts[stretch] ?? 0);
      if (frame === 0 || since <= fade) blend(weights, mixes[stretch - 1], mixes[stretch], since / fade);
      let sum = 0;
      for (const weight of weights) sum += weight * (frames[from++] ?? 0);
      mixed[frame] = sum;
    }
    if (mixed.length > 0) yield Buffer.from(mixed.buffer);
  }
}

/** @param part how far the fade has come; it is over at 1. */
function blend(
  weights: Float64Array,
  before: MixStretch | undefined,
  now: MixStretch | undefined,
  part: number,
): void {
  const share = before ? Math.min(1, part) : 1;
  for (let channel = 0; channel < weights.length; channel++) {
    weights[channel] = share * (now?.weights[channel] ?? 0) + (1 - share) * (before?.weights[channel] ?? 0);
  }
}
