import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../../shared/contract/api';
import { appRoot } from '../../system/appRoot';
import { PUBLISHED_AT, publishedModels } from './publishedModels';
import { readModelFacts } from './readModelFacts';
import { DEMO, modelPath, modelsFolder } from './resolveModel';

/** What the demo model needs beside its file, which is small: that of `tiny`, the next larger. */
const DEMO_WORKING_BYTES = 195_000_000;

/**
 * The models there are to choose from: the demo's, and those that whisper.cpp's makers publish, by size. `effort` is an
 * estimate, the ratio of parameters: each is used for every piece of sound or of text. It says too little of the turbo
 * models, whose encoder is that of `large-v3`. `resources/models.json` tells where the other figures are from.
 */
export async function listModels(): Promise<Result<'models.list'>> {
  const base = publishedModels.get('base');
  if (!base) throw new Error('the list of models has no base model');
  const published = [...publishedModels.values()].map(async ({ name, bytes, memory, parameters }) => ({
    name,
    present: await isThere(modelPath(name)),
    bytes,
    memory,
    effort: parameters / base.parameters,
    multilingual: !name.endsWith('.en'),
  }));
  return {
    models: [await demoModel(base.parameters), ...(await Promise.all(published))],
    folder: modelsFolder(),
    published: PUBLISHED_AT,
    demo: join(appRoot(), 'resources', 'demo', 'interview.mp4'),
  };
}

const isThere = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isFile() === true;

async function demoModel(baseParameters: number) {
  const path = modelPath(DEMO);
  const { size } = await stat(path);
  const { encoderLayers, decoderLayers, width, vocabulary, multilingual } = await readModelFacts(path);
  // Whisper's layers: attention of four matrices, twice in the decoder, and a perceptron four times as wide.
  const parameters = (12 * encoderLayers + 16 * decoderLayers) * width ** 2 + vocabulary * width;
  return {
    name: DEMO,
    present: true,
    bytes: size,
    memory: size + DEMO_WORKING_BYTES,
    effort: parameters / baseParameters,
    multilingual,
  };
}
