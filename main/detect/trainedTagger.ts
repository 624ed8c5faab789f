import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appRoot } from '../system/appRoot';
import { lazy } from './lexicon/lazy';
import { CrfWeights } from './tagger/CrfWeights';
import { NameLists } from './tagger/NameLists';
import { NameTagger, type ModelName } from './tagger/NameTagger';

const bytesOf = (name: string) => readFileSync(join(appRoot(), 'resources', 'names', name));

/** The models that the app comes with, each read when a text needs it. */
export const trainedTagger = new NameTagger({
  lists: () => NameLists.fromBytes(bytesOf('lists.bin')),
  weights: (name) => CrfWeights.fromBytes(bytesOf(`${name}.bin`)),
});

/** How evidence becomes a score, for each model; fitted by `npm run names:train`. */
export const calibration = lazy(
  () => JSON.parse(bytesOf('calibration.json').toString()) as Readonly<Record<ModelName, readonly number[]>>,
);
