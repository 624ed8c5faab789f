import { locale } from '../messages/messages';

/** `1, 2 and 4`, in the language of the app; `or` for what is one of several. */
export const listed = (items: readonly string[], join: 'and' | 'or' = 'and'): string =>
  new Intl.ListFormat(locale() === 'en' ? 'en-GB' : locale(), {
    type: join === 'and' ? 'conjunction' : 'disjunction',
  }).format(items);
