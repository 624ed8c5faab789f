import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The facts that tell a published file from every other. */
export interface FileDescription {
  name: string;
  bytes: number;
  /** In hexadecimal. */
  sha256: string;
}

/** Returns the size and SHA-256 of a file, which it reads in pieces. */
export async function describeFile(folder: string, name: string): Promise<FileDescription> {
  const path = join(folder, name);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return { name, bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
