import { runTool } from '../../system/runTool';
import { inputOf, type Original } from './Original';

/** Tells whether ffmpeg has a decoder for a stream and can begin with it. A stream with nothing in it passes. */
export async function canDecode(original: Original, index: number, signal?: AbortSignal): Promise<boolean> {
  const { args, stdin } = inputOf(original);
  const tool = runTool(
    'ffmpeg',
    ['-nostdin', '-v', 'error', ...args, '-map', `0:${index}`, '-frames', '1', '-f', 'null', '-'],
    { signal },
  );
  tool.stdin.end(stdin);
  tool.stdout.resume();
  return (await tool.done).code === 0;
}
