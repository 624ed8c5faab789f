/**
 * `npm run messages` brings the catalogues in line with the sources. New messages come in without a translation, and
 * those that nothing says any more go. It prints what is still to be done, and then exits with 1.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appRoot } from '../../main/system/appRoot';
import { LOCALES } from '../../shared/messages/messages';
import { extract, problemOf } from './extract';

const { messages, problems } = extract(appRoot());
for (const locale of LOCALES.filter((each) => each !== 'en')) {
  const path = join(appRoot(), 'resources', 'messages', `${locale}.json`);
  const known = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  const texts = [...new Set(messages.map(({ text }) => text))].sort();
  const catalogue = Object.fromEntries(texts.map((text) => [text, known[text] ?? '']));
  writeFileSync(path, `${JSON.stringify(catalogue, null, 2)}\n`);
  for (const [text, translation] of Object.entries(catalogue)) {
    const problem = problemOf(text, translation, locale);
    if (problem !== null) problems.push(`${locale}: ${problem}: ${text}`);
  }
}
for (const problem of problems) console.log(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
