import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  inLocale,
  LOCALES,
  locale,
  localeFor,
  setLocale,
  type Catalogue,
  type Locale,
} from '../../shared/messages/messages';
import { appRoot } from './appRoot';

/** Names the language, whatever the system speaks. */
const VARIABLE = 'WITHHELD_LANGUAGE';

/** The messages of a language. The code holds the English ones. */
function readCatalogue(locale: Locale): Catalogue {
  if (locale === 'en') return {};
  const path = join(appRoot(), 'resources', 'messages', `${locale}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Catalogue;
}

/** Speaks a language from here on. A thread is told it with each question. */
export const chooseLocale = (locale: Locale): void => setLocale(locale, readCatalogue(locale));

/** Says something in a language, whichever is spoken. */
export const sayIn = <T>(language: Locale, say: () => T): T =>
  language === locale() ? say() : inLocale(language, readCatalogue(language), say);

/** The language that `WITHHELD_LANGUAGE` names, if it is one of ours. */
export function namedLocale(environment: NodeJS.ProcessEnv = process.env): Locale | undefined {
  return LOCALES.find((locale) => locale === environment[VARIABLE]);
}

/** That language, or else the one that the system names, in the order in which POSIX reads its variables. */
export function localeOfEnvironment(environment: NodeJS.ProcessEnv = process.env): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return namedLocale(environment) ?? localeFor([LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? '');
}
