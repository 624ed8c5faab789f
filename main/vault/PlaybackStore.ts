import type Database from '@signalapp/sqlcipher';
import { Readable, type Writable } from 'node:stream';
import * as z from 'zod';
import type { ByteRange, MediaStore } from './MediaStore';
import { createPlayback } from './schema';
import { damaged, translated } from './vaultErrors';

/** Stores what the player plays: a body, and a head that is written last, read as one. There is all of it or none. */
export class PlaybackStore {
  constructor(
    readonly database: Database,
    readonly media: MediaStore,
  ) {}

  /** Bytes of head and body; 0 until it is finished. */
  get size(): number {
    const head = this.#headSize();
    return head === 0 ? 0 : head + this.media.size('playback');
  }

  /** A byte for each stretch of the sound, as given to `finish`; null until it is finished. */
  get peaks(): Uint8Array | null {
    if (!this.#exists()) return null;
    const row = translated(() =>
      this.database.prepare('SELECT peaks FROM playback_head', { pluck: true }).get(),
    );
    return row instanceof Uint8Array ? row : null;
  }

  /** Returns a stream that writes the body. Nothing of it is seen before `finish`. */
  writer(): Writable {
    if (this.size > 0) throw new Error('the playback is there already');
    translated(() => createPlayback(this.database));
    return this.media.writer('playback');
  }

  /** Puts the head in front of the written body. It is on the disk when this returns. */
  finish(head: Uint8Array<ArrayBuffer>, peaks: Uint8Array<ArrayBuffer>): void {
    translated(() =>
      this.database
        .prepare('INSERT INTO playback_head (id, head, peaks) VALUES (1, ?, ?)')
        .run([head, peaks]),
    );
  }

  /** Reads from the head and on into the body, one chunk at a time. */
  reader({ from, to }: ByteRange): Readable {
    return Readable.from(this.#read(from, to), { objectMode: false });
  }

  async *#read(from: number, to: number): AsyncGenerator<Buffer> {
    const head = this.#headSize();
    if (from < Math.min(to, head)) yield this.#headBytes(from, Math.min(to, head));
    if (to <= head) return;
    yield* this.media.reader('playback', { from: Math.max(from, head) - head, to: to - head });
  }

  async clear(): Promise<void> {
    if (!this.#exists()) return;
    translated(() => this.database.prepare('DELETE FROM playback_head').run());
    await this.media.clear('playback');
  }

  #exists(): boolean {
    return (
      translated(() =>
        this.database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'playback_head'").get(),
      ) !== undefined
    );
  }

  #headSize(): number {
    if (!this.#exists()) return 0;
    const size = translated(() =>
      this.database.prepare('SELECT length(head) FROM playback_head', { pluck: true }).get(),
    );
    return z.number().default(0).parse(size);
  }

  #headBytes(from: number, to: number): Buffer {
    const bytes = translated(() =>
      this.database
        .prepare('SELECT substr(head, ?, ?) FROM playback_head', { pluck: true })
        .get([from + 1, to - from]),
    );
    if (!(bytes instanceof Uint8Array) || bytes.length !== to - from) throw damaged();
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}
