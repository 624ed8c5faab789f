import { stat } from 'node:fs/promises';
import { fileDigests, type Digests } from '../../system/fileDigests';

/** Hashing 3 GB takes seconds, so a file that has not changed since is not hashed twice by one program. */
const known = new Map<string, Digests>();

/** The digests of a model's file. */
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

/** Remembers what a file's digests are when it was just hashed. */
export async function rememberDigests(path: string, digests: Digests): Promise<void> {
  known.set(await stateOf(path), digests);
}

async function stateOf(path: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(path);
  return JSON.stringify([path, size, mtimeMs, ino]);
}
