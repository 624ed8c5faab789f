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

/** The variable that names the language, whatever the system speaks. */
const VARIABLE = 'WITHHELD_LANGUAGE';

/** Reads the messages of a language. The English ones are in the code. */
function readCatalogue(locale: Locale): Catalogue {
  if (locale === 'en') return {};
  const path = join(appRoot(), 'resources', 'messages', `${locale}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Catalogue;
}

/** Makes the app speak a language from here on. Threads are told the language with each question. */
export const chooseLocale = (locale: Locale): void => setLocale(locale, readCatalogue(locale));

/** Says something in a language, whichever the app speaks. */
export const sayIn = <T>(language: Locale, say: () => T): T =>
  language === locale() ? say() : inLocale(language, readCatalogue(language), say);

/** Returns the language that `WITHHELD_LANGUAGE` names, if it is one of ours. */
export function namedLocale(environment: NodeJS.ProcessEnv = process.env): Locale | undefined {
  return LOCALES.find((locale) => locale === environment[VARIABLE]);
}

/** Returns that language, or else the one that the system names; its variables are read in the order of POSIX. */
export function localeOfEnvironment(environment: NodeJS.ProcessEnv = process.env): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return namedLocale(environment) ?? localeFor([LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? '');
}
