import { locale } from '../../shared/messages/messages';

/** Lists things in the language of the app: “one, two and three”, or with “or”. */
export const listFormat = (type: 'conjunction' | 'disjunction'): Intl.ListFormat =>
  // British English, as everywhere in the app: no comma before the last.
  new Intl.ListFormat(locale() === 'en' ? 'en-GB' : locale(), { type });
