import { resolve } from 'node:path';
import { CONTAINERS } from '../../media/untrustedInput';

/**
 * Returns ffmpeg's arguments to read the pieces of a recording behind one another. The list of them is ours, and comes
 * by a pipe. Each piece must have been read before as `untrustedInput` says, so that none is a list itself.
 */
export function joinedInput(files: readonly string[]): { args: string[]; stdin: string } {
  const quoted = (path: string) => `'file:${path.replaceAll("'", "'\\''")}'`;
  return {
    args: [
      ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', ['concat', ...CONTAINERS].join()],
      ...['-probesize', '20000000', '-analyzeduration', '10000000'],
      ...['-f', 'concat', '-safe', '0', '-i', 'pipe:0'],
    ],
    stdin: ['ffconcat version 1.0', ...files.map((file) => `file ${quoted(resolve(file))}`), ''].join('\n'),
  };
}
