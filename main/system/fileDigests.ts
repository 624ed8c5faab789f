import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export interface Digests {
  sha256: string;
  sha1: string;
}

/** The digests of a file that are known beforehand, in hexadecimal; SHA-256 counts if it is there. */
export interface KnownDigests {
  sha1: string;
  sha256?: string | undefined;
}

/** Tells whether a file is the known one. */
export const isKnownFile = ({ sha1, sha256 }: KnownDigests, found: Digests): boolean =>
  sha256 === undefined ? found.sha1 === sha1 : found.sha256 === sha256;

/**
 * Returns the digests of a whole file, in hexadecimal.
 * @param onBytes called with the number of bytes read so far.
 */
export async function fileDigests(
  path: string,
  signal?: AbortSignal,
  onBytes: (done: number) => void = () => undefined,
): Promise<Digests> {
  const [sha256, sha1] = [createHash('sha256'), createHash('sha1')];
  let done = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    sha256.update(chunk as Buffer);
    sha1.update(chunk as Buffer);
    onBytes((done += (chunk as Buffer).length));
  }
  return { sha256: sha256.digest('hex'), sha1: sha1.digest('hex') };
}
