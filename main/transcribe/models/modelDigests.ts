import { stat } from 'node:fs/promises';
import { fileDigests, type Digests } from '../../system/fileDigests';

/** Digests of files by their state. Hashing 3 GB takes seconds, so no program hashes an unchanged file twice. */
const known = new Map<string, Digests>();

/** Returns the digests of a model's file. */
export async function modelDigests(
  path: string,
  signal?: AbortSignal,
  onBytes?: (done: number) => void,
): Promise<Digests> {
  const key = await stateOf(path);
  const found = known.get(key) ?? (await fileDigests(path, signal, onBytes));
  known.set(key, found);
  return found;
}

/** Remembers the digests of a file that was just hashed. */
export async function rememberDigests(path: string, digests: Digests): Promise<void> {
  known.set(await stateOf(path), digests);
}

async function stateOf(path: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(path);
  return JSON.stringify([path, size, mtimeMs, ino]);
}
