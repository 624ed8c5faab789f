import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

/** Makes a new name in the folder of `path` that tells nothing about the file; renaming within a folder is atomic. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.withheld-${randomBytes(8).toString('hex')}.part`);
}

/**
 * Writes a file so that at any moment either the old or the whole new one is there: temporary name, fsync,
 * rename. A failure leaves no file behind.
 * @throws {AppError} `DISK_FULL`, `FILE_NOT_WRITABLE`.
 */
export async function atomicWrite(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = temporaryName(path);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw writeError(error);
  }
}

/** Turns an error into one that says what kept a file from being written. */
export function writeError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError(
      'DISK_FULL',
      t('The disk is full.'),
      t('Free some space or choose another folder, then try again.'),
      {
        cause: error,
      },
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError(
      'FILE_NOT_WRITABLE',
      t('The file cannot be written there.'),
      t('Choose a folder that exists and that you may write to.'),
      { cause: error },
    );
  }
  return error;
}
