import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runTool } from '../../system/runTool';

/** Tells whether a sealed picture can be decoded: some codecs need what only the original's container tells of them. */
export async function isReadable(picture: Readable, signal?: AbortSignal): Promise<boolean> {
  const reader = runTool(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-protocol_whitelist', 'pipe', '-i', 'pipe:0'],
      ...['-map', '0:v:0', '-frames:v', '1', '-f', 'framecrc', 'pipe:1'],
    ],
    { signal },
  );
  let frames = 0;
  reader.stdout.on('data', (lines: Buffer) => {
    frames += lines.toString().match(/^\d/gmu)?.length ?? 0;
  });
  // The reader stops early, since it reads no more than it needs.
  const fed = pipeline(picture, reader.stdin).catch(() => undefined);
  const { code } = await reader.done;
  picture.destroy();
  await fed;
  return code === 0 && frames > 0;
}
