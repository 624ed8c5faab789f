import { placePopulation } from './lexicon/gazetteer';
import { HashTable } from './lexicon/HashTable';
import { lazy } from './lexicon/lazy';
import { nameData } from './lexicon/nameData';
import { CrfWeights } from './tagger/CrfWeights';
import { isGivenName } from './lexicon/personNames';
import { NameLists } from './tagger/NameLists';
import { NameFinder, type Calibration } from './names/NameFinder';
import { NameTagger } from './tagger/NameTagger';

/** Makes a finder with models from files, each read when a text needs it. */
export const finderFrom = (bytesOf: (file: string) => Buffer): NameFinder =>
  new NameFinder(
    new NameTagger({
      lists: () => new NameLists(HashTable.fromBytes(bytesOf('lists.bin')), placePopulation, isGivenName),
      weights: (name) => CrfWeights.fromBytes(bytesOf(`${name}.bin`)),
    }),
  );

/** The finder with the models that the app comes with. */
export const nameFinder = finderFrom(nameData);

/** Weights that turn evidence into a score, for each model; fitted by `npm run names:train`. */
export const calibration = lazy(() => JSON.parse(nameData('calibration.json').toString()) as Calibration);
