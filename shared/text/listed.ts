import { locale } from '../messages/messages';

/** Returns the format of lists in the language of the app: `1, 2 and 4`; with `or` for one of several. */
export const listFormat = (join: 'and' | 'or'): Intl.ListFormat =>
  // British English, as everywhere in the app: no comma before the last.
  new Intl.ListFormat(locale() === 'en' ? 'en-GB' : locale(), {
    type: join === 'and' ? 'conjunction' : 'disjunction',
  });

export const listed = (items: readonly string[], join: 'and' | 'or' = 'and'): string =>
  listFormat(join).format(items);
