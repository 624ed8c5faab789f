import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finderFrom } from '../../../main/detect/trainedFinder';
import { calibrate, judgedTexts } from './calibrate';
import { isByList } from '../../../main/detect/cues/Found';
import { suggestBy } from '../../../main/detect/suggestInText';
import { otherTexts } from './developmentTexts';
import { measuredOf, measuredOfFew, report } from './report';

/**
 * Fits the score of what trained models and rules find, and measures it.
 * @param data the folder of the labelled texts.
 * @param folder that of the models, where the score and the figures are written.
 */
export function finish(data: string, folder: string): void {
  const finder = finderFrom((file) => readFileSync(join(folder, file)));
  const texts = judgedTexts(data, finder);
  const calibration = calibrate(texts);
  const decided = texts.map((text) => ({ ...text, suggestions: finder.decide(text.findings, calibration) }));
  // There is too little text in these languages to fit anything to. Their sentences and lists are by one hand, so what
  // a list alone tells does not count.
  const few = otherTexts().map((text) => ({
    ...text,
    suggestions: suggestBy(finder, calibration, text.text).filter(({ why }) => !isByList(why)),
  }));
  const write = (file: string, value: unknown) =>
    writeFileSync(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
  write('calibration.json', calibration);
  write('measured.json', { languages: measuredOf(decided), few: measuredOfFew(few) });
  console.log(report([...decided, ...few]));
}
