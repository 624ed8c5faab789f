import { runTool, type RunningTool } from '../../system/runTool';

/** Decodes the sound of an exported file to interleaved float32 samples at `rate` Hz, on its own timeline. */
export function decodeExport(
  path: string,
  rate: number,
  { signal }: { signal?: AbortSignal | undefined } = {},
): RunningTool {
  const filter = `aresample=async=1:first_pts=0,aresample=${rate}`;
  const tool = runTool(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-protocol_whitelist', 'file,pipe', '-i', `file:${path}`],
      ...['-map', '0:a:0', '-af', filter, '-c:a', 'pcm_f32le', '-f', 'f32le'],
      // This saves a write after each of the codec's small packets.
      ...['-flush_packets', '0', 'pipe:1'],
    ],
    { signal },
  );
  tool.stdin.end();
  return tool;
}
