import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { readError } from '../system/readInput';
import { notAFile } from './files';
import { busy } from './vaultErrors';

/**
 * The files that this program has open, by device and inode. POSIX locks belong to the process: they would not refuse a
 * second opening here, and merely reading the file and closing it again would drop the lock of the first opening.
 */
const claimed = new Set<string>();

/** A file that this program holds. */
export interface Claim {
  /** Tells whether it is still found where it was opened; writing into a deleted file would be lost unseen. */
  isInPlace: () => boolean;
  release: () => void;
}

/**
 * Takes a project file for this program, before anything of it is read.
 * @throws {AppError} `PROJECT_BUSY`, `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `PROJECT_NOT_OURS`.
 */
export async function claimFile(path: string): Promise<Claim> {
  const stats = await stat(path, { bigint: true }).catch((error: unknown) => {
    throw readError(error);
  });
  if (!stats.isFile()) throw notAFile(stats.isDirectory());
  const id = idOf(stats);
  if (claimed.has(id)) throw busy();
  claimed.add(id);
  return {
    isInPlace: () => {
      try {
        return idOf(statSync(path, { bigint: true })) === id;
      } catch {
        // The file or its drive is gone, or its folder may not be looked into any more.
        return false;
      }
    },
    release: () => claimed.delete(id),
  };
}

const idOf = ({ dev, ino }: { dev: bigint; ino: bigint }): string => `${dev}:${ino}`;
