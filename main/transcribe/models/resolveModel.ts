import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/model/errors';
import { appRoot } from '../../system/appRoot';
import { PUBLISHED_AT, publishedModels } from './publishedModels';
import { readModelFacts, type ModelFacts } from './readModelFacts';

export interface ResolvedModel {
  path: string;
  /** For people: `base.en`, or the name of a file without `ggml-` and `.bin`. */
  name: string;
  sha256: string;
  facts: ModelFacts;
}

/** The small model of synthetic voices that comes with the app. */
export const DEMO = 'demo';

/**
 * Finds a model by the name of a published one (then it lies in the models folder, and its digest must be right),
 * by `demo`, or by the path of a file.
 * @throws {AppError} `MODEL_MISSING`, `MODEL_INVALID`, `MODEL_TRUNCATED`, `FILE_IS_DIRECTORY`,
 * `FILE_NOT_READABLE`, `CANCELLED`.
 */
export async function resolveModel(nameOrFile: string, signal?: AbortSignal): Promise<ResolvedModel> {
  const path = modelPath(nameOrFile);
  await requireReadable(path, nameOrFile);
  const facts = await readModelFacts(path);
  const digests = await digestsOf(path, signal);
  const published = publishedModels.get(nameOrFile);
  if (published !== undefined && digests.sha1 !== published.sha1) {
    throw new AppError(
      'MODEL_INVALID',
      `The file of the model ${nameOrFile} is damaged or is another one.`,
      'Get it again, or give the path of the file if it is the one you mean.',
    );
  }
  const name = publishedModels.has(nameOrFile) || nameOrFile === DEMO ? nameOrFile : nameOfFile(path);
  return { path, name, sha256: digests.sha256, facts };
}

/** Where a model lies, or would lie, that is asked for by name or by file. */
export function modelPath(nameOrFile: string): string {
  if (nameOrFile === DEMO) return join(appRoot(), 'resources', 'demo', 'ggml-demo.en.bin');
  if (publishedModels.has(nameOrFile)) return join(modelsFolder(), fileOf(nameOrFile));
  return nameOrFile;
}

const fileOf = (name: string): string => `ggml-${name}.bin`;

const nameOfFile = (path: string): string =>
  basename(path)
    .replace(/^ggml-(?=.)/, '')
    .replace(/(?<=.)\.bin$/, '');

/** Where models lie that are asked for by name: `WITHHELD_MODELS`, or a folder of this user. */
export function modelsFolder(): string {
  if (process.env.WITHHELD_MODELS) return process.env.WITHHELD_MODELS;
  return join(homedir(), ...USER_FOLDER);
}

const USER_FOLDER = {
  darwin: ['Library', 'Application Support', 'Withheld', 'models'],
  win32: ['AppData', 'Local', 'Withheld', 'models'],
  linux: ['.local', 'share', 'withheld', 'models'],
}[process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'];

async function requireReadable(path: string, nameOrFile: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      throw new AppError(
        'FILE_NOT_READABLE',
        'The model file may not be read.',
        'Change its permissions or choose another.',
      );
    }
    throw missing(nameOrFile);
  }
  if ((await stat(path)).isDirectory()) {
    throw new AppError('FILE_IS_DIRECTORY', 'That is a folder, not a model.', 'Choose the model file in it.');
  }
}

function missing(nameOrFile: string): AppError {
  if (/[\\/]/u.test(nameOrFile)) {
    return new AppError(
      'MODEL_MISSING',
      'The model’s file is not where it was chosen.',
      'Put it back, or choose it where it is now.',
    );
  }
  if (!publishedModels.has(nameOrFile)) {
    return new AppError(
      'MODEL_MISSING',
      'There is no model of that name and no such file.',
      `Give the path of a model file, or one of these names: ${[...publishedModels.keys()].join(', ')}.`,
    );
  }
  const folder = process.env.WITHHELD_MODELS
    ? 'the folder named by WITHHELD_MODELS'
    : join('~', ...USER_FOLDER);
  return new AppError(
    'MODEL_MISSING',
    `The model ${nameOrFile} is not on this machine.`,
    `Get ${fileOf(nameOrFile)} from ${PUBLISHED_AT} yourself, on any machine, and put it into ${folder}.`,
  );
}

interface Digests {
  sha256: string;
  sha1: string;
}

/** Hashing 3 GB takes seconds, so a file that has not changed since is not hashed twice by one program. */
const known = new Map<string, Digests>();

async function digestsOf(path: string, signal: AbortSignal | undefined): Promise<Digests> {
  const { size, mtimeMs, ino } = await stat(path);
  const key = JSON.stringify([path, size, mtimeMs, ino]);
  const found = known.get(key);
  if (found) return found;
  const [sha256, sha1] = [createHash('sha256'), createHash('sha1')];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    sha256.update(chunk as Buffer);
    sha1.update(chunk as Buffer);
  }
  const digests = { sha256: sha256.digest('hex'), sha1: sha1.digest('hex') };
  known.set(key, digests);
  return digests;
}
