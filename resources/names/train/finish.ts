import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finderFrom } from '../../../main/detect/trainedFinder';
import { calibrate, judgedTexts } from './calibrate';
import { measuredOf, report } from './report';

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
  const write = (file: string, value: unknown) =>
    writeFileSync(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
  write('calibration.json', calibration);
  write('measured.json', measuredOf(decided));
  console.log(report(decided));
}
