/** Prints what the models find in the development texts: `npm run names:measure -- DATA`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CrfWeights } from '../../../main/detect/tagger/CrfWeights';
import { NameLists } from '../../../main/detect/tagger/NameLists';
import { NameTagger } from '../../../main/detect/tagger/NameTagger';
import { calibrate, judgedTexts } from './calibrate';
import { report } from './report';

const [data = '', folder = join(import.meta.dirname, '..')] = process.argv.slice(2);
const tagger = new NameTagger({
  lists: () => NameLists.fromBytes(readFileSync(join(folder, 'lists.bin'))),
  weights: (name) => CrfWeights.fromBytes(readFileSync(join(folder, `${name}.bin`))),
});
const texts = judgedTexts(data, tagger);
const calibration = calibrate(texts);
console.log(JSON.stringify(calibration));
console.log(report(texts, calibration));
