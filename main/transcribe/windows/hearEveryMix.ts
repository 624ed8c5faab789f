import type { Span } from '../../../shared/model/entity';
import { concatenate } from '../../media/concatenate';
import { decodeSound } from '../../media/decodeSound';
import { framesOf } from '../../media/mixes/framesOf';
import { mixesOfWindow } from '../../media/mixes/mixesOf';
import { mixSamples } from '../../media/mixes/mixSamples';
import { SAMPLE_RATE } from '../../media/mixes/SoundLevels';
import type { Vault } from '../../vault/Vault';
import type { NativeResult } from '../native/nativeEvents';
import type { NativeTranscriber } from '../native/NativeTranscriber';
import { joinTokens } from '../words/joinTokens';
import { longEnough } from './longEnough';

/**
 * Hears a window (seconds) in every mix in which something can be heard that is in no other, and takes the one that
 * says most. It is for places where it matters what is said there at all; it takes as many times as long as there are
 * mixes.
 * @param language by which tokens are joined to words when none is detected.
 * @throws {AppError} as `NativeTranscriber.transcribe` and `decodeSound`.
 */
export async function hearEveryMix(
  vault: Vault,
  native: NativeTranscriber,
  window: Span,
  language: string,
  signal: AbortSignal | undefined,
): Promise<NativeResult> {
  const { stream, channels } = decodeSound(vault, { sampleRate: SAMPLE_RATE, ...window, signal });
  const blocks: Float32Array[] = [];
  for await (const block of framesOf(stream, channels)) blocks.push(block);
  const sound = concatenate(blocks);
  let [best, most]: [NativeResult, number] = [{ segments: [], language: undefined }, 0];
  let spoken: string | undefined;
  for (const mix of mixesOfWindow(sound, channels, SAMPLE_RATE)) {
    const heard = await native.transcribe(longEnough(mixSamples(sound, mix)), { alone: true });
    // The detected language may be told once, for all that is heard.
    spoken = heard.language ?? spoken;
    const words = joinTokens(heard.segments, spoken ?? language);
    const sure = words.reduce((sum, { confidence }) => sum + confidence, 0);
    if (sure > most) [best, most] = [{ ...heard, language: spoken }, sure];
  }
  return best;
}
