import { open, type FileHandle } from 'node:fs/promises';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { PAGE_BYTES, PageCheck } from './pages';
import { damaged, notOurs } from './vaultErrors';

/** Number of pages to try, spread over the file. Damage that spares none of these spares nothing else. */
const PAGES_TRIED = 128;
/** Bytes of the headers in SQLite's write-ahead log: one for the log, and one for each frame before its page. */
const LOG_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/**
 * Makes sure that a key is the file's before SQLCipher gets it, because SQLCipher reports a wrong key and a damaged
 * page alike. The key is right when any page of the file, or of its write-ahead log, was written with it.
 * @throws {AppError} `PASSPHRASE_WRONG`, `PROJECT_DAMAGED` when the file was cut short, `PROJECT_NOT_OURS`.
 */
export async function requireRightKey(path: string, key: Buffer, salt: Buffer): Promise<void> {
  const check = new PageCheck(key, salt);
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if ((await anyPage(file, size, check)) || (await anyFrame(`${path}-wal`, check))) return;
    if (!looksEncrypted(await read(file, 0, PAGE_BYTES))) throw notOurs();
    if (size % PAGE_BYTES !== 0) throw damaged();
    throw new AppError(
      'PASSPHRASE_WRONG',
      t('The passphrase is not the one of this interview.'),
      t('Type it again. If you are sure of it, the very beginning of the file is damaged: use a copy.'),
    );
  } finally {
    await file.close();
  }
}

async function anyPage(file: FileHandle, size: number, check: PageCheck): Promise<boolean> {
  const pages = Math.floor(size / PAGE_BYTES);
  const tries = Math.min(pages, PAGES_TRIED);
  for (let i = 0; i < tries; i++) {
    const index = Math.floor((i * pages) / tries);
    if (check.verifies(await read(file, index * PAGE_BYTES, PAGE_BYTES), index + 1)) return true;
  }
  return false;
}

async function anyFrame(path: string, check: PageCheck): Promise<boolean> {
  const log = await open(path, 'r').catch(() => null);
  if (!log) return false;
  try {
    for (let i = 0; i < PAGES_TRIED; i++) {
      const frame = await read(
        log,
        LOG_HEADER_BYTES + i * (FRAME_HEADER_BYTES + PAGE_BYTES),
        FRAME_HEADER_BYTES + PAGE_BYTES,
      );
      if (frame.length < FRAME_HEADER_BYTES) return false;
      if (check.verifies(frame.subarray(FRAME_HEADER_BYTES), frame.readUInt32BE(0))) return true;
    }
    return false;
  } finally {
    await log.close();
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/**
 * Tells whether bytes could be ciphertext, in which every value is as frequent as any other. Pearson's chi-square over
 * 256 values has mean 255 and standard deviation 23; text, and the beginnings of known file types, are in the
 * thousands.
 */
function looksEncrypted(bytes: Buffer): boolean {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const expected = bytes.length / counts.length;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return chiSquare < 700;
}
