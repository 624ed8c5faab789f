import type { Span } from '../../../shared/model/entity';
import { framesOf } from '../../media/mixes/framesOf';
import { SAMPLE_RATE } from '../../media/mixes/SoundLevels';

/**
 * Yields the samples of each window in turn, its parts joined, from one pass over the sound.
 * @param sound mono 32-bit floats at 16 kHz that begin at `from` seconds of the timeline.
 * @param windows parts (seconds) of each window, in order.
 */
export async function* readWindows(
  sound: AsyncIterable<unknown>,
  from: number,
  windows: readonly (readonly Span[])[],
): AsyncGenerator<Float32Array, undefined> {
  const toSample = (seconds: number) => Math.round(seconds * SAMPLE_RATE);
  const blocks = framesOf(sound, 1);
  let block: Float32Array = new Float32Array(0);
  let position = toSample(from);
  try {
    for (const parts of windows) {
      const lengths = parts.map((part) => toSample(part.to) - toSample(part.from));
      const samples = new Float32Array(lengths.reduce((sum, length) => sum + length, 0));
      let filled = 0;
      for (const [i, part] of parts.entries()) {
        const end = filled + (lengths[i] ?? 0);
        let skip = toSample(part.from) - position;
        while (filled < end) {
          if (block.length === 0) {
            const next = await blocks.next();
            if (next.done) throw new Error('the sound is shorter than its windows');
            block = next.value;
          }
          const passed = Math.min(skip, block.length);
          const taken = block.subarray(passed, passed + end - filled);
          samples.set(taken, filled);
          filled += taken.length;
          skip -= passed;
          position += passed + taken.length;
          block = block.subarray(passed + taken.length);
        }
      }
      yield samples;
    }
    return undefined;
  } finally {
    await blocks.return(undefined);
  }
}
