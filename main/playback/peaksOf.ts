import type { Vault } from '../vault/Vault';
import { preparePlayback } from './preparePlayback';
import { PEAKS_PER_SECOND } from './SoundPeaks';

/**
 * Reads how loud the recording is: a byte for each of `perSecond` stretches a second, linear from 0 for silence to 255
 * for full scale; none without a recording. The peaks were put into the project file when the playback was made.
 * @throws {AppError} as `preparePlayback`, which runs first if there is no playback yet.
 */
export async function peaksOf(
  vault: Vault,
  signal?: AbortSignal,
): Promise<{ peaks: Uint8Array; perSecond: number }> {
  await preparePlayback(vault, { signal });
  return { peaks: vault.playbackPeaks ?? new Uint8Array(), perSecond: PEAKS_PER_SECOND };
}
