import { constants } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Progress } from '../../../shared/contract/envelope';
import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import { temporaryName, writeError } from '../../system/atomicWrite';
import { fileDigests, isKnownFile } from '../../system/fileDigests';
import { makeFolder } from '../../system/makeFolder';
import { ProgressMeter } from '../../system/ProgressMeter';
import { requireSpace } from '../../system/requireSpace';
import { modelDigests, rememberDigests } from './modelDigests';
import { DEMO, fileOf, isModelName, modelPath, modelsFolder, nameOfFile } from './modelPath';
import { publishedModels } from './publishedModels';
import { readModelFacts } from './readModelFacts';
import { requireReadable } from './resolveModel';

const BLOCK_BYTES = 1 << 20;

/**
 * Puts a model's file into the models folder, for machines that are never online. A published model gets its published
 * name, whatever the file is called; any other keeps its own name.
 * @returns the name by which it can be asked for, and whether it is a published one, whose digest is known to be right.
 * @throws {AppError} `MODEL_MISSING`, `MODEL_INVALID`, `MODEL_TRUNCATED`, `FILE_EXISTS`, `FILE_IS_DIRECTORY`,
 * `FILE_NOT_READABLE`, `FILE_NOT_WRITABLE`, `DISK_FULL`, `CANCELLED`.
 */
export async function addModel(
  file: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress?: (progress: Progress) => void },
): Promise<{ name: string; published: boolean; sha256: string }> {
  const path = resolve(file);
  await requireReadable(path, path);
  await readModelFacts(path);
  const { size } = await stat(path);
  const checking = new ProgressMeter('check', 'bytes', size, onProgress);
  const digests = await modelDigests(path, signal, (done) => checking.report(done));
  const known = [...publishedModels().values()].find((model) => isKnownFile(model, digests));
  const name = known?.name ?? nameOfFile(path);
  if (!known) requireOwnName(name);
  const target = known ? modelPath(name) : join(modelsFolder(), fileOf(name));
  const added = { name, published: known !== undefined, sha256: digests.sha256 };
  const there = (await isThere(target)) ? await modelDigests(target, signal) : null;
  if (there?.sha256 === digests.sha256) return added;
  if (there && !known) {
    throw new AppError(
      'FILE_EXISTS',
      t('There is another model called {name} already.', { name }),
      t('Remove that one first, or give the file another name.'),
    );
  }
  await makeFolder(dirname(target)).catch((error: unknown) => {
    throw writeError(error);
  });
  await requireSpace(dirname(target), size);
  const temporary = temporaryName(target);
  try {
    const copying = new ProgressMeter('copy', 'bytes', size, onProgress);
    await copyFile(path, temporary, signal, (done) => copying.report(done));
    // The copy may differ from what was read at first, as on a stick that fails.
    if ((await fileDigests(temporary, signal)).sha256 !== digests.sha256) throw changed();
    await rename(temporary, target);
  } catch (error) {
    throw writeError(error);
  } finally {
    await rm(temporary, { force: true });
  }
  await rememberDigests(target, digests);
  return added;
}

function requireOwnName(name: string): void {
  if (name === DEMO || publishedModels().has(name)) {
    throw new AppError(
      'MODEL_INVALID',
      t('The file is called like the model {name}, and is not that one: it is damaged, or another.', {
        name,
      }),
      t('Get it again, or give the file another name if it is the one you mean.'),
    );
  }
  if (!isModelName(name)) {
    throw new AppError(
      'MODEL_INVALID',
      t('A model cannot be called like this file.'),
      t('Give the file a name of letters, digits, points and hyphens, and add it again.'),
    );
  }
}

const isThere = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isFile() === true;

async function copyFile(
  from: string,
  to: string,
  signal: AbortSignal,
  onBytes: (done: number) => void,
): Promise<void> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      const block = Buffer.alloc(BLOCK_BYTES);
      let done = 0;
      for (;;) {
        signal.throwIfAborted();
        const { bytesRead } = await source.read(block, 0, BLOCK_BYTES, done);
        if (bytesRead === 0) break;
        await target.writeFile(block.subarray(0, bytesRead));
        onBytes((done += bytesRead));
      }
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

const changed = (): AppError =>
  new AppError(
    'MODEL_INVALID',
    t('The file did not read the same twice.'),
    t('Copy it to another disk, or get it again, and add it from there.'),
  );
