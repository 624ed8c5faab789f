import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/model/errors';
import { GET_IT_WHOLE, namesModelError } from './namesModelError';

/** The files of a model; only what a person named is read, and what lies beside it. */
export interface ModelFiles {
  model: string;
  bytes: number;
  tokenizer: string;
  config: string;
  tokenizerConfig: string | null;
  /** Another one whenever one of them was changed. */
  key: string;
}

/** What the runtime can address is less, since it needs room to work; also the most that is read at once. */
const MOST_BYTES = 2_000_000_000;

/**
 * Finds the files that belong to a model: beside it, or in the folder above, as in the usual `onnx/model.onnx`.
 * @throws {AppError} `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`, `NAMES_MODEL_INVALID`.
 */
export async function findModelFiles(model: string): Promise<ModelFiles> {
  const { size } = await factsOf(model);
  if (size > MOST_BYTES) {
    throw namesModelError(
      'The model is larger than 2 GB, which is more than can be run here.',
      'Choose a smaller one, or the same exported with weights in 8 bits (its file is mostly called model_quantized.onnx).',
    );
  }
  const tokenizer = beside(model, 'tokenizer.json');
  if (tokenizer === null) {
    throw namesModelError(
      'There is no tokenizer.json beside the model or in the folder above it.',
      'Put the tokenizer.json that came with the model beside it; one of another model would make it read other words.',
    );
  }
  const config = beside(model, 'config.json');
  if (config === null) {
    throw namesModelError(
      'There is no config.json beside the model or in the folder above it, so its answers have no meaning.',
      'Put the config.json that came with the model beside it.',
    );
  }
  const tokenizerConfig = beside(model, 'tokenizer_config.json');
  const files = [model, tokenizer, config, ...(tokenizerConfig === null ? [] : [tokenizerConfig])];
  const facts = await Promise.all(files.map(factsOf));
  const key = JSON.stringify(facts.map((one, i) => [files[i], one.size, one.mtimeMs]));
  return { model, bytes: size, tokenizer, config, tokenizerConfig, key };
}

/** @throws {AppError} `NAMES_MODEL_INVALID` where a file is no JSON object. */
export async function readJsonFile(path: string, name: string): Promise<object> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw notReadable(cause);
  });
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below.
  }
  throw namesModelError(`The ${name} beside the model is not written as such a file is.`, GET_IT_WHOLE);
}

function beside(model: string, name: string): string | null {
  const folder = dirname(model);
  return [join(folder, name), join(folder, '..', name)].find((path) => existsSync(path)) ?? null;
}

async function factsOf(path: string): Promise<{ size: number; mtimeMs: number }> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw notReadable(cause);
  });
  if (facts.isDirectory()) {
    throw new AppError('FILE_IS_DIRECTORY', 'That is a folder.', 'Name the .onnx file in it.');
  }
  return facts;
}

/** What keeps a file of a model from being read. */
export function notReadable(cause: unknown): AppError {
  const { code } = cause as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new AppError(
        'FILE_NOT_FOUND',
        'There is no such names model.',
        'Choose the .onnx file where it lies now.',
        { cause },
      )
    : new AppError(
        'FILE_NOT_READABLE',
        'The names model cannot be read.',
        'Check its permissions, or copy it to this machine first.',
        { cause },
      );
}
