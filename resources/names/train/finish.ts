import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placePopulation } from '../../../main/detect/lexicon/gazetteer';
import { HashTable } from '../../../main/detect/lexicon/HashTable';
import { CrfWeights } from '../../../main/detect/tagger/CrfWeights';
import { NameLists } from '../../../main/detect/tagger/NameLists';
import { NameFinder } from '../../../main/detect/names/NameFinder';
import { NameTagger } from '../../../main/detect/tagger/NameTagger';
import { calibrate, judgedTexts } from './calibrate';
import { measuredOf, report } from './report';

/**
 * Fits the score of what trained models and rules find, and measures it.
 * @param data the folder of the labelled texts.
 * @param folder that of the models, where the score and the figures are written.
 */
export function finish(data: string, folder: string): void {
  const bytesOf = (file: string) => readFileSync(join(folder, file));
  const tagger = new NameTagger({
    lists: () => new NameLists(HashTable.fromBytes(bytesOf('lists.bin')), placePopulation),
    weights: (name) => CrfWeights.fromBytes(bytesOf(`${name}.bin`)),
  });
  const finder = new NameFinder(tagger);
  const texts = judgedTexts(data, finder);
  const calibration = calibrate(texts);
  const decided = texts.map((text) => ({ ...text, suggestions: finder.decide(text.findings, calibration) }));
  const write = (file: string, value: unknown) =>
    writeFileSync(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
  write('calibration.json', calibration);
  write('measured.json', measuredOf(decided));
  console.log(report(decided));
}
