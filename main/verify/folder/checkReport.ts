import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from '../../../shared/model/check';
import type { LeakFinder } from '../../../shared/leaks/LeakFinder';
import type { ExportReport } from '../../export/report/exportReport';
import { renderReport } from '../../export/report/writeReport';
import { ask } from '../runCheck';
import { countPatterns, found } from '../forms/checkForms';
import { publishedStrings } from '../forms/publishedStrings';
import { decodedTexts } from '../forms/decodedTexts';

/**
 * No protected form stands in the report. What every report of such an export says is not searched: a witness called
 * Page does not keep one from being written.
 * @param report what it should say; where the file on the disk says something else, that is searched.
 */
export function checkReport(
  dir: string,
  file: string,
  report: ExportReport,
  finder: LeakFinder,
): Promise<Check> {
  return ask('no withheld word', file, 'None was found, in any spelling or encoding.', async () => {
    const format = file.endsWith('.json') ? 'json' : 'html';
    const should = Buffer.from(renderReport(report)[`report.${format}`]);
    const bytes = await readFile(join(dir, file));
    if (bytes.equals(should)) return [];
    const always = new Set(publishedStrings(format, should));
    const strings = publishedStrings(format, bytes).filter((text) => !always.has(text));
    const patterns = Math.max(0, countPatterns(bytes, finder) - countPatterns(should, finder));
    return found(countIn(strings, finder) + patterns);
  });
}

/** How many protected forms stand in texts; what is decoded from them counts for names alone, not for their sounds. */
const countIn = (texts: readonly string[], finder: LeakFinder): number =>
  texts.reduce(
    (sum, text) =>
      decodedTexts(text).reduce(
        (some, decoded) => some + finder.countNames(decoded),
        sum + finder.count(text),
      ),
    0,
  );
