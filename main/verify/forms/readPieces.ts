import { open } from 'node:fs/promises';
import { cancelled } from '../../system/runTool';

const PIECE_BYTES = 1 << 20;

/**
 * Yields the bytes of a file in pieces of up to 1 MiB, all in the same memory: a piece is gone when the next one is
 * asked for. Streams take new memory for each piece, and with a long video the collector does not keep up.
 * @throws {AppError} `CANCELLED`
 */
export async function* readPieces(path: string, signal?: AbortSignal): AsyncGenerator<Buffer, undefined> {
  const memory = Buffer.alloc(PIECE_BYTES);
  const file = await open(path);
  try {
    for (;;) {
      if (signal?.aborted) throw cancelled();
      const { bytesRead } = await file.read(memory, 0, PIECE_BYTES);
      if (bytesRead === 0) return undefined;
      yield memory.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
