import { locale, type Locale } from '../../shared/messages/messages';

/** Codes of the languages to choose from; others can be typed. */
export const COMMON_LANGUAGES = [
  ...['en', 'ar', 'az', 'be', 'bn', 'zh', 'fr', 'ka', 'de', 'hi', 'id', 'it', 'kk', 'fa', 'ps', 'pl', 'pt'],
  ...['ru', 'so', 'es', 'sw', 'tg', 'tr', 'tk', 'uk', 'ur', 'uz', 'vi'],
];

/** Returns the common languages with their names in the app's language, sorted by name. The app's own comes first. */
export function commonLanguages(): readonly { code: string; name: string }[] {
  const own = locale();
  const { compare } = new Intl.Collator(own);
  const named = COMMON_LANGUAGES.map((code) => ({ code, name: capital(languageName(code) ?? code) }));
  const rank = ({ code }: { code: string }) => (code === own ? 0 : 1);
  return named.sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name));
}

/** Writes a name with a capital, as in a list. Russian writes languages small. */
const capital = (name: string): string => name.replace(/^./u, (first) => first.toLocaleUpperCase(locale()));

const names = new Map<Locale, Intl.DisplayNames>();

/** Names a language in the app's language, `kk` → `Kazakh`; null for what is no code. */
export function languageName(code: string): string | null {
  const own = locale();
  const known = names.get(own) ?? new Intl.DisplayNames(own, { type: 'language', fallback: 'none' });
  names.set(own, known);
  try {
    return known.of(code) ?? null;
  } catch {
    return null;
  }
}
