import { placePopulation } from './lexicon/gazetteer';
import { HashTable } from './lexicon/HashTable';
import { lazy } from './lexicon/lazy';
import { nameData } from './lexicon/nameData';
import { CrfWeights } from './tagger/CrfWeights';
import { NameLists } from './tagger/NameLists';
import { NameFinder, type Calibration } from './names/NameFinder';
import { NameTagger } from './tagger/NameTagger';

/** With the models that the app comes with, each read when a text needs it. */
export const nameFinder = new NameFinder(
  new NameTagger({
    lists: () => new NameLists(HashTable.fromBytes(nameData('lists.bin')), placePopulation),
    weights: (name) => CrfWeights.fromBytes(nameData(`${name}.bin`)),
  }),
);

/** How evidence becomes a score, for each model; fitted by `npm run names:train`. */
export const calibration = lazy(() => JSON.parse(nameData('calibration.json').toString()) as Calibration);
