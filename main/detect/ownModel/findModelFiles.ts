import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { t } from '../../../shared/messages/messages';
import { readModelFile, statModelFile } from '../../system/modelFile';
import { getItWhole, NAMES_MODEL, namesModelError } from './namesModelError';

/** The files of a model: the one that a person named, and those that lie beside it. No others are read. */
export interface ModelFiles {
  model: string;
  bytes: number;
  tokenizer: string;
  config: string;
  tokenizerConfig: string | null;
  /** Changes whenever one of the files changes. */
  key: string;
}

/** Most bytes of a model, which are read at once. The runtime can address little more, and needs room to work. */
const MOST_BYTES = 2_000_000_000;

/**
 * Finds the files that belong to a model: beside it, or in the folder above, as in the usual `onnx/model.onnx`.
 * @throws {AppError} `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`, `NAMES_MODEL_INVALID`.
 */
export async function findModelFiles(model: string): Promise<ModelFiles> {
  const { size } = await statModelFile(model, NAMES_MODEL.name);
  if (size > MOST_BYTES) {
    throw namesModelError(
      t('The model is larger than 2 GB, which is more than can be run here.'),
      t(
        'Choose a smaller one, or the same exported with weights in 8 bits (its file is mostly called model_quantized.onnx).',
      ),
    );
  }
  const tokenizer = beside(model, 'tokenizer.json');
  if (tokenizer === null) {
    throw namesModelError(
      t('There is no tokenizer.json beside the model or in the folder above it.'),
      t(
        'Put the tokenizer.json that came with the model beside it; one of another model would make it read other words.',
      ),
    );
  }
  const config = beside(model, 'config.json');
  if (config === null) {
    throw namesModelError(
      t(
        'There is no config.json beside the model or in the folder above it, so its answers have no meaning.',
      ),
      t('Put the config.json that came with the model beside it.'),
    );
  }
  const tokenizerConfig = beside(model, 'tokenizer_config.json');
  const files = [model, tokenizer, config, ...(tokenizerConfig === null ? [] : [tokenizerConfig])];
  const facts = await Promise.all(files.map((file) => statModelFile(file, NAMES_MODEL.name)));
  const key = JSON.stringify(facts.map((one, i) => [files[i], one.size, one.mtimeMs]));
  return { model, bytes: size, tokenizer, config, tokenizerConfig, key };
}

/** @throws {AppError} `NAMES_MODEL_INVALID` where a file is no JSON object. */
export async function readJsonFile(path: string, name: string): Promise<object> {
  const text = (await readModelFile(path, NAMES_MODEL.name)).toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // The error is thrown below.
  }
  throw namesModelError(
    t('The {name} beside the model is not written as such a file is.', { name }),
    getItWhole(),
  );
}

function beside(model: string, name: string): string | null {
  const folder = dirname(model);
  return [join(folder, name), join(folder, '..', name)].find((path) => existsSync(path)) ?? null;
}
