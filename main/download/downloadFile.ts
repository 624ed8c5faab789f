import { open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Progress } from '../../shared/contract/envelope';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { writeError } from '../system/atomicWrite';
import { fileDigests, isKnownFile, type Digests, type KnownDigests } from '../system/fileDigests';
import { makeFolder } from '../system/makeFolder';
import { ProgressMeter } from '../system/ProgressMeter';
import { requireSpace } from '../system/requireSpace';
import { claimTarget, type TargetClaim } from './claimTarget';
import { Part, partOf, removePart } from './Part';
import type { SystemProxy } from './proxyFor';
import { requestBytes, type Source } from './requestBytes';

/** A file to be got, and all that is known of it beforehand. */
export interface Wanted extends Source {
  /** Its exact size. */
  bytes: number;
  /** The digests that its bytes must have. */
  digests: KnownDigests;
}

export interface DownloadOptions {
  signal: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** Reads the system's own settings, where there is something that can. */
  systemProxy?: SystemProxy | undefined;
}

/** Most connections for one file. One that breaks is made again by itself, as long as it brought something. */
const MOST_TRIES = 20;

/**
 * Gets a file into a part beside its place. The part is checked when all of it is there, and then put in place at once.
 * An abort pauses: what came is kept, also through a kill, and the next call goes on behind it.
 * @returns the digests of what is in place.
 * @throws {AppError} `DISK_FULL`, `DOWNLOAD_FAILED`, `DOWNLOAD_WRONG` (what came is removed), `HOST_NOT_ALLOWED`,
 * `FILE_NOT_WRITABLE`, `CANCELLED`.
 */
export async function downloadFile(
  wanted: Wanted,
  target: string,
  options: DownloadOptions,
): Promise<Digests> {
  await makeFolder(dirname(target)).catch((error: unknown) => {
    throw writeError(error);
  });
  const claim = await claimTarget(target);
  try {
    await gather(wanted, target, claim, options);
    return await settle(wanted, target, claim, options);
  } catch (error) {
    if (!options.signal.aborted) throw error;
    throw new AppError(
      'CANCELLED',
      t('The download was paused.'),
      t('Download it again: it goes on where it stopped.'),
    );
  } finally {
    await claim.release();
  }
}

/** Gathers all bytes in the part, with as many connections as that takes. */
async function gather(
  wanted: Wanted,
  target: string,
  claim: TargetClaim,
  { signal, onProgress, systemProxy }: DownloadOptions,
): Promise<void> {
  const { url, bytes, digests } = wanted;
  const part = await Part.open(target, JSON.stringify([url, bytes, digests.sha256 ?? digests.sha1]), bytes);
  try {
    await requireSpace(dirname(target), bytes - part.size);
    const meter = new ProgressMeter('download', 'bytes', bytes, onProgress, part.size);
    const report = () => {
      claim.keep();
      meter.report(part.size);
    };
    report();
    for (let tries = 1; part.size < bytes; tries++) {
      const before = part.size;
      const broken = await gatherOnce(wanted, part, signal, report, systemProxy);
      signal.throwIfAborted();
      if (part.size < bytes && (part.size <= before || tries === MOST_TRIES)) throw lost(broken);
    }
    await part.sync();
  } catch (error) {
    const isWrong = error instanceof AppError && error.code === 'DOWNLOAD_WRONG';
    if (isWrong || part.size === 0) await removePart(target);
    throw error;
  } finally {
    await part.close();
  }
}

/** @returns what broke the connection; null where it ended as it should. */
async function gatherOnce(
  wanted: Wanted,
  part: Part,
  signal: AbortSignal,
  report: () => void,
  systemProxy: SystemProxy | undefined,
): Promise<unknown> {
  const { from, total, etag, body } = await requestBytes(
    wanted,
    { from: part.size, etag: part.etag },
    signal,
    systemProxy,
  );
  try {
    if (total !== null && total !== wanted.bytes)
      throw wrong(
        t(
          'What the host gives has another size than the list of models says: it is damaged, or another file. It was removed.',
        ),
      );
    if (from < part.size) await part.restart();
    await part.note(etag);
    const chunks = body[Symbol.asyncIterator]();
    for (;;) {
      let next: IteratorResult<unknown>;
      try {
        next = await chunks.next();
      } catch (broken) {
        return broken;
      }
      if (next.done) return null;
      const chunk = next.value as Buffer;
      if (part.size + chunk.length > wanted.bytes)
        throw wrong(
          t('What the host gives goes on behind its end: it is damaged, or another file. It was removed.'),
        );
      await part.append(chunk);
      report();
    }
  } finally {
    body.destroy();
  }
}

/** Checks all of the part as it is on the disk, and puts it in place. */
async function settle(
  { digests, bytes }: Wanted,
  target: string,
  claim: TargetClaim,
  { signal, onProgress }: DownloadOptions,
): Promise<Digests> {
  const part = partOf(target);
  const meter = new ProgressMeter('check', 'bytes', bytes, onProgress);
  const found = await fileDigests(part, signal, (done) => {
    claim.keep();
    meter.report(done);
  });
  if (!isKnownFile(digests, found) || (await stat(part)).size !== bytes) {
    await removePart(target);
    throw wrong(
      t(
        'What the host gives has another digest than the list of models says: it is damaged, or another file. It was removed.',
      ),
    );
  }
  await rename(part, target).catch((error: unknown) => {
    throw writeError(error);
  });
  await removePart(target);
  await syncFolder(dirname(target));
  return found;
}

/** Waits until the new name is on the disk too. Systems that cannot do that keep names by themselves. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

const lost = (cause: unknown): AppError =>
  new AppError(
    'DOWNLOAD_FAILED',
    t('The connection broke before the file was complete.'),
    t('Download it again: it goes on where it stopped.'),
    { cause },
  );

const wrong = (message: string): AppError =>
  new AppError(
    'DOWNLOAD_WRONG',
    message,
    t('Try again in another network, or get the file another way and add it.'),
  );
