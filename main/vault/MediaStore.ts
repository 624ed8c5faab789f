import type Database from '@signalapp/sqlcipher';
import { Readable, Writable } from 'node:stream';
import * as z from 'zod';
import { damaged, translated } from './vaultErrors';

/**
 * The two streams of a sealed recording, and what the player plays, which is made of them. Each is a table of the same
 * name.
 */
export type MediaPart = 'picture' | 'sound' | 'playback';

/** Bytes `from` inclusive to `to` exclusive. */
export interface ByteRange {
  from: number;
  to: number;
}

/** Bytes of a row; the last one of a part may be shorter. It is part of the file format. */
export const CHUNK_BYTES = 1024 * 1024;

const lastChunkSchema = z.object({ chunk: z.number(), length: z.number() });

/** Stores media as numbered chunks: written once from front to back, read from anywhere, never whole in memory. */
export class MediaStore {
  constructor(readonly database: Database) {}

  size(part: MediaPart): number {
    const row = translated(() =>
      this.database
        .prepare(`SELECT chunk, length(bytes) AS length FROM ${part} ORDER BY chunk DESC LIMIT 1`)
        .get(),
    );
    if (row === undefined) return 0;
    const { chunk, length } = lastChunkSchema.parse(row);
    return chunk * CHUNK_BYTES + length;
  }

  /**
   * Returns a stream that writes a part from its beginning, over what an earlier one may have left unfinished. When the
   * stream has finished, the last chunk is there and any chunks after it are gone.
   */
  writer(part: MediaPart): Writable {
    const insert = this.database.prepare(`INSERT OR REPLACE INTO ${part} (chunk, bytes) VALUES (?, ?)`);
    const cut = this.database.prepare(`DELETE FROM ${part} WHERE chunk >= ?`);
    const buffer = Buffer.alloc(CHUNK_BYTES);
    let filled = 0;
    let chunk = 0;
    const put = (bytes: Buffer<ArrayBuffer>) => {
      translated(() => insert.run([chunk, bytes]));
      chunk += 1;
    };
    const flush = () => {
      put(buffer.subarray(0, filled));
      filled = 0;
    };
    const store = (bytes: Buffer<ArrayBuffer>) => {
      if (filled === 0 && bytes.length === CHUNK_BYTES) {
        // A whole chunk need not be copied.
        put(bytes);
        return;
      }
      for (let from = 0; from < bytes.length;) {
        const copied = bytes.copy(buffer, filled, from);
        from += copied;
        filled += copied;
        if (filled === CHUNK_BYTES) flush();
      }
    };
    return new Writable({
      highWaterMark: CHUNK_BYTES,
      write: (bytes: Buffer<ArrayBuffer>, _encoding, done) => settle(done, () => store(bytes)),
      final: (done) =>
        settle(done, () => {
          if (filled > 0) flush();
          translated(() => cut.run([chunk]));
        }),
    });
  }

  /** Reads one chunk at a time, as fast as the reader takes them. */
  reader(part: MediaPart, range: ByteRange): Readable {
    return Readable.from(this.#read(part, range), { objectMode: false, highWaterMark: CHUNK_BYTES });
  }

  *#read(part: MediaPart, { from, to }: ByteRange): Generator<Buffer> {
    const select = this.database.prepare(`SELECT bytes FROM ${part} WHERE chunk = ?`, { pluck: true });
    for (let at = from; at < to;) {
      const chunk = Math.floor(at / CHUNK_BYTES);
      const start = at - chunk * CHUNK_BYTES;
      const row = translated(() => select.get([chunk]));
      if (!(row instanceof Uint8Array) || row.length <= start) throw damaged();
      const end = Math.min(row.length, to - chunk * CHUNK_BYTES);
      yield Buffer.from(row.buffer, row.byteOffset + start, end - start);
      at += end - start;
    }
  }

  /** Deletes what was written of a part, one row at a time, so that a long recording blocks nothing. */
  async clear(part: MediaPart): Promise<void> {
    const remove = this.database.prepare(
      `DELETE FROM ${part} WHERE chunk = (SELECT max(chunk) FROM ${part})`,
    );
    while (translated(() => remove.run()).changes > 0) await new Promise(setImmediate);
  }
}

function settle(done: (error?: Error | null) => void, action: () => unknown): void {
  try {
    action();
  } catch (error) {
    done(error as Error);
    return;
  }
  done();
}
