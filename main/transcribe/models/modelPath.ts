import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { t } from '../../../shared/messages/messages';
import { appRoot } from '../../system/appRoot';
import { publishedModels } from './publishedModels';

/** The small model of synthetic voices that comes with the app. */
export const DEMO = 'demo';

/** Tells whether a model in the models folder may have this name. */
export const isModelName = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._-]{0,99}$/u.test(text);

/**
 * Returns the path of a model that is asked for by name or by file, even if it is not there. A name is `demo`, that of
 * a published model, or that of a file that somebody added to the models folder.
 */
export function modelPath(nameOrFile: string): string {
  if (nameOrFile === DEMO) return join(appRoot(), 'resources', 'demo', 'ggml-demo.en.bin');
  const named = join(modelsFolder(), fileOf(nameOrFile));
  if (publishedModels().has(nameOrFile)) return named;
  return isModelName(nameOrFile) && !existsSync(nameOrFile) && existsSync(named) ? named : nameOrFile;
}

export const fileOf = (name: string): string => `ggml-${name}.bin`;

/** `ggml-base.bin` → `base` */
export const nameOfFile = (path: string): string =>
  basename(path)
    .replace(/^ggml-(?=.)/, '')
    .replace(/(?<=.)\.bin$/, '');

/** Returns the folder of the models that are asked for by name: `WITHHELD_MODELS`, or a folder of this user. */
export function modelsFolder(): string {
  if (process.env.WITHHELD_MODELS) return process.env.WITHHELD_MODELS;
  return join(homedir(), ...USER_FOLDER);
}

const USER_FOLDER = {
  darwin: ['Library', 'Application Support', 'Withheld', 'models'],
  win32: ['AppData', 'Local', 'Withheld', 'models'],
  linux: ['.local', 'share', 'withheld', 'models'],
}[process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'];

/** Names that folder for people, without the name of this user. */
export const modelsFolderInWords = (): string =>
  process.env.WITHHELD_MODELS ? t('the folder named by WITHHELD_MODELS') : join('~', ...USER_FOLDER);
