import { constants } from 'node:fs';
import { access, link, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { writeError } from '../system/atomicWrite';
import { readError } from '../system/readInput';
import { SALT_BYTES } from './deriveKey';
import { notOurs, notWritable } from './vaultErrors';

export function notAFile(isDirectory: boolean): AppError {
  if (!isDirectory) return notOurs();
  return new AppError(
    'FILE_IS_DIRECTORY',
    t('That is a folder, not an interview file.'),
    t('Choose a file inside it.'),
  );
}

/** @throws {AppError} `FILE_EXISTS`. */
export async function requireNothingAt(path: string): Promise<void> {
  const there = await lstat(path).catch(() => null);
  if (there) throw exists();
}

/** Creates a file for its owner's eyes only, whatever the umask; SQLite gives the files beside it the same mode. */
export async function createEmptyFile(path: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.close();
  } catch (error) {
    throw writeError(error);
  }
}

/**
 * Requires that a file can be written to. Opening locks a file and may write to it, even if somebody only looks at it.
 * @throws {AppError} `FILE_NOT_WRITABLE`.
 */
export async function requireWritable(path: string): Promise<void> {
  await access(path, constants.W_OK).catch((error: unknown) => {
    throw notWritable(error);
  });
}

/**
 * Reads the 16 bytes with which a project file begins.
 * @throws {AppError} `FILE_EMPTY`, `FILE_NOT_READABLE`, `PROJECT_NOT_OURS`.
 */
export async function readSalt(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw readError(error);
  });
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(SALT_BYTES), 0, SALT_BYTES, 0);
    if (bytesRead === 0) {
      throw new AppError(
        'FILE_EMPTY',
        t('The interview file is empty.'),
        t('Use a copy of the file made earlier.'),
      );
    }
    if (bytesRead < SALT_BYTES) throw notOurs();
    return buffer;
  } finally {
    await file.close();
  }
}

/**
 * Gives a finished, closed file its name, which is on the disk when this returns. It never replaces another file: a
 * hard link fails when the name exists, renaming does not.
 * @throws {AppError} `FILE_EXISTS`, `FILE_NOT_WRITABLE`.
 */
export async function publishFile(temporary: string, path: string): Promise<void> {
  try {
    await syncFile(temporary);
    try {
      await link(temporary, path);
      await rm(temporary);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') throw exists();
      // Memory sticks (FAT, exFAT) and some network drives have no hard links.
      await requireNothingAt(path);
      await rename(temporary, path);
    }
    // Windows cannot open a folder and need not: its file systems journal names.
    if (process.platform !== 'win32') await syncFile(dirname(path));
  } catch (error) {
    throw writeError(error);
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const exists = (): AppError =>
  new AppError(
    'FILE_EXISTS',
    t('There is a file under that name already.'),
    t('Choose another name; nothing was overwritten.'),
  );
