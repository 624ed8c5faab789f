import { access, constants, stat } from 'node:fs/promises';
import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import { isKnownFile } from '../../system/fileDigests';
import { modelDigests } from './modelDigests';
import type { ModelFacts } from './ModelFacts';
import { DEMO, fileOf, modelPath, modelsFolderInWords, nameOfFile } from './modelPath';
import { modelList, publishedModels } from './publishedModels';
import { readModelFacts } from './readModelFacts';

export interface ResolvedModel {
  path: string;
  /** For people: `base.en`, or the name of a file without `ggml-` and `.bin`. */
  name: string;
  sha256: string;
  facts: ModelFacts;
}

/**
 * Finds a model by the name of a published one (which lies in the models folder and must have the right digest), by the
 * name of one that was added to that folder, by `demo`, or by the path of a file.
 * @throws {AppError} `MODEL_MISSING`, `MODEL_INVALID`, `MODEL_TRUNCATED`, `FILE_IS_DIRECTORY`,
 * `FILE_NOT_READABLE`, `CANCELLED`.
 */
export async function resolveModel(nameOrFile: string, signal?: AbortSignal): Promise<ResolvedModel> {
  const path = modelPath(nameOrFile);
  await requireReadable(path, nameOrFile);
  const facts = await readModelFacts(path);
  const digests = await modelDigests(path, signal);
  const published = publishedModels().get(nameOrFile);
  if (published !== undefined && !isKnownFile(published, digests)) {
    throw new AppError(
      'MODEL_INVALID',
      t('The file of the model {name} is damaged or is another one.', { name: nameOrFile }),
      t('Remove it under Models and get it again, or give the path of the file if it is the one you mean.'),
    );
  }
  const name = published !== undefined || nameOrFile === DEMO ? nameOrFile : nameOfFile(path);
  return { path, name, sha256: digests.sha256, facts };
}

/** @throws {AppError} `MODEL_MISSING`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`. */
export async function requireReadable(path: string, nameOrFile: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      throw new AppError(
        'FILE_NOT_READABLE',
        t('The model file may not be read.'),
        t('Change its permissions or choose another.'),
      );
    }
    throw missing(nameOrFile);
  }
  if ((await stat(path)).isDirectory()) {
    throw new AppError(
      'FILE_IS_DIRECTORY',
      t('That is a folder, not a model.'),
      t('Choose the model file in it.'),
    );
  }
}

function missing(nameOrFile: string): AppError {
  if (/[\\/]/u.test(nameOrFile)) {
    return new AppError(
      'MODEL_MISSING',
      t('The model’s file is not where it was chosen.'),
      t('Put it back, or choose it where it is now.'),
    );
  }
  if (!publishedModels().has(nameOrFile)) {
    return new AppError(
      'MODEL_MISSING',
      t('There is no model of that name and no such file.'),
      t('Give the path of a model file, or one of these names: {names}.', {
        names: [...publishedModels().keys()].join(', '),
      }),
    );
  }
  return new AppError(
    'MODEL_MISSING',
    t('The model {name} is not on this machine.', { name: nameOrFile }),
    t('Get it under Models; or get {file} from {address} on any machine and put it into {folder}.', {
      file: fileOf(nameOrFile),
      address: modelList().address,
      folder: modelsFolderInWords(),
    }),
  );
}
