import { statfs } from 'node:fs/promises';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

/** Bytes that stay free beside the file, so that interviews can still be saved. */
const RESERVED_BYTES = 100_000_000;

/**
 * Checks, before anything is got, that a folder has room for so many more bytes.
 * @throws {AppError} `DISK_FULL`, with what is there and what is needed.
 */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes + RESERVED_BYTES) return;
  throw new AppError(
    'DISK_FULL',
    t('The disk has {free} free, and {needed} are needed.', {
      free: megabytes(free),
      needed: megabytes(bytes + RESERVED_BYTES),
    }),
    t('Free {more} and try again, or take a smaller one.', {
      more: megabytes(bytes + RESERVED_BYTES - free),
    }),
  );
}

const megabytes = (bytes: number): string => t('{count, number} MB', { count: Math.ceil(bytes / 1e6) });
