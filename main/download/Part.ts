import { constants } from 'node:fs';
import { open, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import * as z from 'zod';
import { atomicWrite, writeError } from '../system/atomicWrite';

const noteSchema = z.object({
  /** Names the file that the bytes are of: those of another file are of no use. */
  of: z.string(),
  etag: z.string().nullable(),
});

/** Names the file in which bytes gather until all are there and have been checked. */
export const partOf = (target: string): string => `${target}.part`;
const noteOf = (target: string): string => `${partOf(target)}.json`;

/** Counts the bytes of a file that an earlier try left; 0 where there was none. */
export const partBytes = async (target: string): Promise<number> =>
  (await stat(partOf(target)).catch(() => null))?.size ?? 0;

/** Removes the bytes of a file that is not whole, and their note. */
export async function removePart(target: string): Promise<void> {
  await Promise.all([partOf(target), noteOf(target)].map((path) => rm(path, { force: true })));
}

/** A file that is being downloaded: its bytes so far, and beside them a note of which file they are of. */
export class Part {
  private constructor(
    private readonly target: string,
    private readonly of: string,
    private handle: FileHandle,
    public size: number,
    public etag: string | null,
  ) {}

  /**
   * Goes on with what an earlier try left of the same file; otherwise begins anew.
   * @param of tells files apart: the address, the size and the digest, say.
   */
  static async open(target: string, of: string, bytes: number): Promise<Part> {
    const note = await readNote(target);
    if (note?.of !== of || (await partBytes(target)) > bytes) await removePart(target);
    try {
      const handle = await open(partOf(target), constants.O_RDWR | constants.O_CREAT, 0o600);
      const { size } = await handle.stat();
      return new Part(target, of, handle, size, size > 0 ? (note?.etag ?? null) : null);
    } catch (error) {
      throw writeError(error);
    }
  }

  /**
   * Notes what the next bytes are of. The note is on the disk before the first byte, so that a kill never leaves bytes
   * of an unknown file.
   */
  async note(etag: string | null): Promise<void> {
    if (this.size > 0 && etag === this.etag) return;
    this.etag = etag;
    await atomicWrite(noteOf(this.target), JSON.stringify({ of: this.of, etag }));
  }

  /** Begins again in a new file, and drops the old one: that may have been moved to where it is used. */
  async restart(): Promise<void> {
    await this.handle.close();
    await rm(partOf(this.target), { force: true });
    this.handle = await open(partOf(this.target), 'wx', 0o600);
    this.size = 0;
  }

  /** @throws {AppError} `DISK_FULL`, `FILE_NOT_WRITABLE`. */
  async append(bytes: Uint8Array): Promise<void> {
    try {
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await this.handle.write(bytes, at, bytes.length - at, this.size);
        at += bytesWritten;
        this.size += bytesWritten;
      }
    } catch (error) {
      throw writeError(error);
    }
  }

  /** Waits until all of it is on the disk. */
  sync(): Promise<void> {
    return this.handle.sync();
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

async function readNote(target: string): Promise<z.infer<typeof noteSchema> | null> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(noteOf(target), 'utf8')));
  } catch {
    // There is no note, or it was cut off: then nobody knows what the bytes are of.
    return null;
  }
}
