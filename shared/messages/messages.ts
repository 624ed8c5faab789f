import { IntlMessageFormat } from 'intl-messageformat';

/** The languages that the app speaks. English is what the code is written in, and needs no catalogue. */
export const LOCALES = ['en', 'ru'] as const;
export type Locale = (typeof LOCALES)[number];

/** The messages of a language by their English text, all in ICU's MessageFormat. */
export type Catalogue = Readonly<Record<string, string>>;

/** What a message names between braces. */
export type MessageValues = Readonly<Record<string, string | number | null | undefined>>;

let current: Locale = 'en';
let catalogue: Catalogue = {};
let formats = new Map<string, IntlMessageFormat>();

/** From here on messages are in this language. One process speaks one language, so this is kept for all of it. */
export function setLocale(locale: Locale, messages: Catalogue): void {
  current = locale;
  catalogue = messages;
  formats.clear();
}

export const locale = (): Locale => current;

/** The messages that are spoken, for a process that speaks the same. */
export const messagesNow = (): Catalogue => catalogue;

/** Says something in another language than the one that is spoken, which is spoken again afterwards. */
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
 * A message in the language of the person, from its English text: `t('{count, plural, one {# mark} other {# marks}}',
 * { count })`. It is written out where it is used and called inside a function, so that `resources/messages/extract.ts` finds
 * it and a change of language reaches it. What a catalogue lacks is said in English.
 * @throws what `intl-messageformat` throws for a message that is not well formed, or a value that is missing
 */
export function t(message: string, values?: MessageValues): string {
  const text = catalogue[message] ?? message;
  // Most messages have nothing to fill in, and nothing to parse.
  if (!/[{<']/u.test(text)) return text;
  let format = formats.get(message);
  if (!format) {
    // Tags are left as text: what people read has `<project>` in it, and no markup.
    format = new IntlMessageFormat(text, current, undefined, { ignoreTag: true });
    formats.set(message, format);
  }
  return String(format.format(values));
}

/** Languages whose readers mostly read Russian too, and sooner than English. */
const READ_RUSSIAN = new Set(['ru', 'be', 'kk', 'ky', 'tg']);

/** The app's language for a system's tag such as `ru-RU`, `kk_KZ.UTF-8` or `C`. */
export function localeFor(tag: string): Locale {
  const [language = ''] = tag.toLowerCase().split(/[-_.@]/u);
  return READ_RUSSIAN.has(language) ? 'ru' : 'en';
}
