import type { Vault } from '../vault/Vault';
import { preparePlayback } from './preparePlayback';
import { PEAKS_PER_SECOND } from './SoundPeaks';

/**
 * Reads how loud the recording is: a byte for each of `perSecond` stretches a second, 0 for silence to 255 for full scale,
 * linear; none without a recording. Read from the project file, where making the playback has put them.
 * @throws {AppError} as `preparePlayback`, which is done first where it was not.
 */
export async function peaksOf(
  vault: Vault,
  signal?: AbortSignal,
): Promise<{ peaks: Uint8Array; perSecond: number }> {
  await preparePlayback(vault, { signal });
  return { peaks: vault.playbackPeaks ?? new Uint8Array(), perSecond: PEAKS_PER_SECOND };
}
