import { pipeline } from 'node:stream/promises';
import { runTool } from '../../system/runTool';
import type { Vault } from '../../vault/Vault';
import { measureStreams, type MeasuredStream } from './measureStreams';

/**
 * Measures the picture as it was sealed. What the original's container says of its frames does not hold for those that
 * were encoded anew.
 */
export async function measureSealedPicture(
  vault: Vault,
  signal?: AbortSignal,
): Promise<MeasuredStream | null> {
  const reader = runTool(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-protocol_whitelist', 'pipe', '-copyts', '-i', 'pipe:0'],
      ...['-map', '0', '-c', 'copy', '-f', 'framecrc', 'pipe:1'],
    ],
    { signal },
  );
  const [measured] = await Promise.all([
    measureStreams(reader.stdout, { zero: 0, inOrder: false }),
    pipeline(vault.readMedia('picture'), reader.stdin),
    reader.done,
  ]);
  return measured[0] ?? null;
}
