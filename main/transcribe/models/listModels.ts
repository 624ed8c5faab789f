import { readdir, stat } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../../shared/contract/api';
import { appRoot } from '../../system/appRoot';
import { physicalCores } from '../native/physicalCores';
import { knownLanguages } from './knownLanguages';
import type { ParakeetFacts, WhisperFacts } from './ModelFacts';
import { DEMO, fileOf, isModelName, modelPath, modelsFolder, nameOfFile } from './modelPath';
import { modelList, publishedModels } from './publishedModels';
import { readModelFacts } from './readModelFacts';
import { recommendModel } from './recommendModel';

type Listed = Result<'models.list'>['models'][number];

/** Bytes that the demo model needs besides its small file: as many as `tiny`, the next larger model. */
const DEMO_WORKING_BYTES = 195_000_000;
/**
 * Bytes that Parakeet needs besides its file, for two windows at once; measured in the shape of parakeet-tdt-0.6b-v3.
 */
const PARAKEET_WORKING_BYTES = 450_000_000;
/** Parakeet's encoder uses each parameter once in 80 ms of sound, Whisper's once in 20 ms. */
const PARAKEET_FRAME_RATIO = 4;
/** Parameters of the model `base`, the unit of `effort`. From Whisper's model card. */
const BASE_PARAMETERS = 74_000_000;

/**
 * Lists the models to choose from: the demo's, those that whisper.cpp's makers publish, by size, and those that
 * somebody added to the models folder. `effort` is an estimate, the ratio of parameters, since each is used for every
 * piece of sound or text. It is too low for the turbo models, whose encoder is that of `large-v3`.
 * `resources/models.json` tells where the other figures are from.
 * @param language the spoken language, for the recommendation.
 */
export async function listModels(language = 'auto'): Promise<Result<'models.list'>> {
  const { address, hosts } = modelList();
  const published = [...publishedModels().values()].map(async ({ name, bytes, memory, parameters }) => ({
    name,
    present: await isThere(modelPath(name)),
    bytes,
    memory,
    effort: parameters / BASE_PARAMETERS,
    kind: 'whisper' as const,
    multilingual: !name.endsWith('.en'),
  }));
  return {
    models: [
      await describeFile(DEMO, modelPath(DEMO)),
      ...(await Promise.all(published)),
      ...(await addedModels()),
    ],
    recommended: recommendModel({ memory: totalmem(), cores: physicalCores() }, language, publishedModels()),
    folder: modelsFolder(),
    published: address,
    hosts: [...hosts],
    demo: join(appRoot(), 'resources', 'demo', 'interview.mp4'),
  };
}

const isThere = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isFile() === true;

/** Lists models in the folder that are not published ones. Files that are not models are left out. */
async function addedModels(): Promise<Listed[]> {
  const files = await readdir(modelsFolder()).catch(() => []);
  const names = files
    .map(nameOfFile)
    .filter((name, i) => files[i] === fileOf(name) && isModelName(name))
    .filter((name) => name !== DEMO && !publishedModels().has(name));
  const found = await Promise.all(
    names.sort().map(async (name) => {
      const described = await describeFile(name, join(modelsFolder(), fileOf(name))).catch(() => null);
      return described && { ...described, own: true };
    }),
  );
  return found.filter((model) => model !== null);
}

async function describeFile(name: string, path: string): Promise<Listed> {
  const { size } = await stat(path);
  const facts = await readModelFacts(path);
  const { kind, multilingual } = facts;
  return {
    name,
    present: true,
    bytes: size,
    kind,
    multilingual,
    ...(kind === 'parakeet' && { languages: [...knownLanguages(facts)] }),
    ...(facts.kind === 'whisper' ? needsOfWhisper(facts, size) : needsOfParakeet(facts, size)),
  };
}

type Needs = Pick<Listed, 'memory' | 'effort'>;

function needsOfWhisper(facts: WhisperFacts, size: number): Needs {
  const { encoderLayers, decoderLayers, width, vocabulary } = facts;
  // A layer of Whisper has attention of four matrices, twice in the decoder, and a perceptron four times as wide.
  const parameters = (12 * encoderLayers + 16 * decoderLayers) * width ** 2 + vocabulary * width;
  const alike = [...publishedModels().values()].find(
    ({ shape }) => shape.encoderLayers === encoderLayers && shape.decoderLayers === decoderLayers,
  );
  const working = alike ? Math.max(alike.memory - alike.bytes, DEMO_WORKING_BYTES) : DEMO_WORKING_BYTES;
  return { memory: size + working, effort: parameters / BASE_PARAMETERS };
}

function needsOfParakeet({ encoderLayers, width }: ParakeetFacts, size: number): Needs {
  // A layer has two perceptrons four times as wide, attention of five matrices, and a convolution of three.
  const parameters = 24 * encoderLayers * width ** 2;
  return {
    memory: size + PARAKEET_WORKING_BYTES,
    effort: parameters / PARAKEET_FRAME_RATIO / BASE_PARAMETERS,
  };
}
