import { readFile } from 'node:fs/promises';
import type { Check } from '../../../shared/model/check';
import type { LeakFinder } from '../../../shared/leaks/LeakFinder';
import type { ExportReport } from '../../published/exportReport';
import type { ExportedFile } from '../ExportedFile';
import { countPatterns, found, NO_WITHHELD_WORD } from '../forms/checkForms';
import { decodedTexts } from '../forms/decodedTexts';
import { publishedStrings } from '../forms/publishedStrings';
import { runCheck } from '../runCheck';
import { parseJson } from '../parseJson';
import { readBytes } from '../Unreadable';
import { isReportsOwn, isReportsTag } from './reportWords';

/**
 * Checks that no protected form stands in the report. What this report has to say, and what every report says, is not
 * searched: a witness called Page does not keep one from being written.
 * @param report what it should say; where the file on the disk says something else, that is searched.
 */
export function checkReport(file: ExportedFile, report: ExportReport, finder: LeakFinder): Promise<Check> {
  const passed = 'None was found, in any spelling or encoding.';
  return runCheck(NO_WITHHELD_WORD, file.name, passed, async () => {
    const bytes = await readFile(file.path);
    const read = file.name.endsWith('.json') ? unexpectedInJson : unexpectedInPage;
    return found(countIn(await readBytes(() => read(bytes, report)), finder));
  });
}

/** Lists the strings and keys of the file that the report does not have. */
function unexpectedInJson(bytes: Buffer, report: ExportReport): string[] {
  const should = JSON.stringify(report, null, 2);
  const text = bytes.toString('utf8');
  if (text.trim() === should) return [];
  const expected = new Set(publishedStrings('json', Buffer.from(should)));
  const read = publishedStrings('json', bytes);
  // As it is written it may say more than programs read out of it: of a key that stands twice they keep the last.
  const written = (text.match(LITERAL) ?? []).map((literal) => String(parseJson(literal)));
  const between = text.replace(LITERAL, ' ');
  return [between, ...written, ...read].filter((one) => !expected.has(one));
}

const LITERAL = /"(?:[^"\\]|\\.)*"/gu;

/** Lists the texts and tags of the page that are neither the report's nor every page's. */
function unexpectedInPage(bytes: Buffer, report: ExportReport): string[] {
  const expected = new Set(publishedStrings('json', Buffer.from(JSON.stringify(report))));
  for (const { bytes: size } of report.files) expected.add(String(size));
  const tags = bytes.toString('utf8').match(/<[^>]*>/gu) ?? [];
  return [
    ...tags.filter((tag) => !isReportsTag(tag)),
    ...publishedStrings('html', bytes).filter((text) => !expected.has(text.trim()) && !isReportsOwn(text)),
  ];
}

/** Counts protected forms in texts; what is decoded from them counts for names alone, not for their sounds. */
const countIn = (texts: readonly string[], finder: LeakFinder): number =>
  texts.reduce(
    (sum, text) =>
      decodedTexts(text).reduce(
        (some, decoded) => some + finder.countNames(decoded),
        sum + finder.count(text),
      ),
    countPatterns(Buffer.from(texts.join('\n')), finder),
  );
