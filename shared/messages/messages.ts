import { IntlMessageFormat } from 'intl-messageformat';

/** Languages of the app. The code is written in English, so English needs no catalogue. */
export const LOCALES = ['en', 'ru'] as const;
export type Locale = (typeof LOCALES)[number];

/** The messages of a language by their English text, all in ICU's MessageFormat. */
export type Catalogue = Readonly<Record<string, string>>;

/** Values for what a message names between braces. */
export type MessageValues = Readonly<Record<string, string | number | null | undefined>>;

let current: Locale = 'en';
let catalogue: Catalogue = {};
let formats = new Map<string, IntlMessageFormat>();

/** Sets the language of all messages from now on. One process speaks one language, so this holds for all of it. */
export function setLocale(locale: Locale, messages: Catalogue): void {
  current = locale;
  catalogue = messages;
  formats.clear();
}

export const locale = (): Locale => current;

/** Returns the catalogue in use, for a process that is to speak the same language. */
export const messagesNow = (): Catalogue => catalogue;

/** Says something in another language and then restores the language in use. */
export function inLocale<T>(locale: Locale, messages: Catalogue, say: () => T): T {
  const before = { current, catalogue, formats };
  formats = new Map();
  setLocale(locale, messages);
  try {
    return say();
  } finally {
    ({ current, catalogue, formats } = before);
  }
}

/**
 * Returns a message in the language of the person, from its English text: `t('{count, plural, one {# mark} other {#
 * marks}}', { count })`. Write the text out where it is used, inside a function: `resources/messages/extract.ts` then
 * finds it, and a change of language reaches it. A message that the catalogue lacks is said in English.
 * @throws the error of `intl-messageformat` for a message that is not well formed or a value that is missing
 */
export function t(message: string, values?: MessageValues): string {
  const text = catalogue[message] ?? message;
  // Most messages have nothing to fill in, and nothing to parse.
  if (!/[{<']/u.test(text)) return text;
  let format = formats.get(message);
  if (!format) {
    // Tags are left as text: messages contain `<project>` and no markup.
    format = new IntlMessageFormat(text, current, undefined, { ignoreTag: true });
    formats.set(message, format);
  }
  return String(format.format(values));
}

/** Languages whose readers mostly read Russian too, and read it more easily than English. */
const READ_RUSSIAN = new Set(['ru', 'be', 'kk', 'ky', 'tg']);

/** Returns the app's language for a system's tag such as `ru-RU`, `kk_KZ.UTF-8` or `C`. */
export function localeFor(tag: string): Locale {
  const [language = ''] = tag.toLowerCase().split(/[-_.@]/u);
  return READ_RUSSIAN.has(language) ? 'ru' : 'en';
}
