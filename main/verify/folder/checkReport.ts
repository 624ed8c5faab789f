import { readFile } from 'node:fs/promises';
import { LOCALES, type Locale } from '../../../shared/messages/messages';
import type { Check } from '../../../shared/model/check';
import type { LeakFinder } from '../../../shared/leaks/LeakFinder';
import type { ExportReport } from '../../published/exportReport';
import type { ExportedFile } from '../ExportedFile';
import { countPatterns, found, NO_WITHHELD_WORD, noneFound } from '../forms/checkForms';
import { decodedTexts } from '../forms/decodedTexts';
import { publishedStrings } from '../forms/publishedStrings';
import { runCheck } from '../runCheck';
import { parseJson } from '../parseJson';
import { readBytes } from '../Unreadable';
import { isReportsOwn, isReportsTag } from './reportWords';

/**
 * Checks that no protected form stands in the report. It does not search what this report has to say, or what every
 * report says, so that a report can be written even if a witness is called Page. A report keeps the language in which
 * the export was made; it is compared with what it should say in that language, and in no other.
 * @param reportIn returns what it should say in a language; anything else in the file on the disk is searched.
 */
export function checkReport(
  file: ExportedFile,
  reportIn: (language: Locale) => ExportReport,
  finder: LeakFinder,
): Promise<Check> {
  return runCheck(NO_WITHHELD_WORD, file.name, noneFound, async () => {
    const bytes = await readFile(file.path);
    const isJson = file.name.endsWith('.json');
    const report = reportIn(languageOf(bytes.toString('utf8'), isJson ? IN_JSON : IN_PAGE));
    const read = isJson ? unexpectedInJson : unexpectedInPage;
    return found(countIn(await readBytes(() => read(bytes, report)), finder));
  });
}

/** The first lines of a report, which tell its language. */
const IN_JSON = /^\{\n {2}"language": "(\w+)",\n/u;
const IN_PAGE = /^<!doctype html>\n<html lang="(\w+)">\n/u;

/** Returns the language that a report tells. Reports of earlier versions are English. */
const languageOf = (text: string, where: RegExp): Locale =>
  LOCALES.find((locale) => locale === where.exec(text)?.[1]) ?? 'en';

/** Lists the strings and keys of the file that the report does not have. */
function unexpectedInJson(bytes: Buffer, report: ExportReport): string[] {
  const should = JSON.stringify(report, null, 2);
  const text = bytes.toString('utf8');
  if (text.trim() === should) return [];
  const expected = new Set(publishedStrings('json', Buffer.from(should)));
  const read = publishedStrings('json', bytes);
  // The file may say more than programs read out of it: when a key stands in it twice, they keep only the last one.
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
    ...tags.filter((tag) => !isReportsTag(tag, report.language)),
    ...publishedStrings('html', bytes).filter(
      (text) => !expected.has(text.trim()) && !isReportsOwn(text, report.language),
    ),
  ];
}

/** Counts protected forms in texts. Texts decoded from these are searched for names alone, not for their sounds. */
const countIn = (texts: readonly string[], finder: LeakFinder): number =>
  texts.reduce(
    (sum, text) =>
      decodedTexts(text).reduce(
        (some, decoded) => some + finder.countNames(decoded),
        sum + finder.count(text),
      ),
    countPatterns(Buffer.from(texts.join('\n')), finder),
  );
