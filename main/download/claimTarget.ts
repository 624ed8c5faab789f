import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { writeError } from '../system/atomicWrite';

/** Milliseconds between two signs of life, and those after which a claim without one has lapsed. */
const SIGN_MILLISECONDS = 5000;
const DEAD_MILLISECONDS = 180_000;

export interface TargetClaim {
  /** Shows that somebody is still at work. It may be called as often as one likes. */
  keep: () => void;
  release: () => Promise<void>;
}

/**
 * Claims a file for one download alone: two that write into one file would be in each other's way. A claim that a
 * killed program left is taken over.
 * @throws {AppError} `DOWNLOAD_FAILED` while another has it, or this program already; `FILE_NOT_WRITABLE`, `DISK_FULL`.
 */
export async function claimTarget(target: string): Promise<TargetClaim> {
  const path = `${target}.part.lock`;
  while (!(await create(path))) {
    if (await isHeld(path)) {
      throw new AppError(
        'DOWNLOAD_FAILED',
        t('This file is being downloaded already, here or by another Withheld.'),
        t('Wait until that has ended, or pause it there.'),
      );
    }
    await rm(path, { force: true });
  }
  let shown = performance.now();
  return {
    keep: () => {
      if (performance.now() - shown < SIGN_MILLISECONDS) return;
      shown = performance.now();
      void utimes(path, new Date(), new Date()).catch(() => undefined);
    },
    release: () => rm(path, { force: true }),
  };
}

async function create(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw writeError(error);
  }
}

/**
 * Tells whether a claim is held. A program that is gone holds nothing, and neither does one that merely has its number
 * now.
 */
async function isHeld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found || Date.now() - found.mtimeMs > DEAD_MILLISECONDS) return false;
  const holder = Number(await readFile(path, 'utf8').catch(() => ''));
  // The claim may be there before its number is written.
  return holder === 0 || isAlive(holder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
