import { locale, type Locale } from '../../shared/messages/messages';

/** Languages to choose from, by their codes; others can be typed. */
export const COMMON_LANGUAGES = [
  ...['en', 'ar', 'az', 'be', 'bn', 'zh', 'fr', 'ka', 'de', 'hi', 'id', 'it', 'kk', 'fa', 'ps', 'pl', 'pt'],
  ...['ru', 'so', 'es', 'sw', 'tg', 'tr', 'tk', 'uk', 'ur', 'uz', 'vi'],
];

/** Those, by their names in the language of the app, which itself comes first. */
export function commonLanguages(): readonly string[] {
  const own = locale();
  const { compare } = new Intl.Collator(own);
  const others = COMMON_LANGUAGES.filter((code) => code !== own);
  return [own, ...others.sort((a, b) => compare(languageName(a) ?? a, languageName(b) ?? b))];
}

const names = new Map<Locale, Intl.DisplayNames>();

/** `kk` → `Kazakh`, in the language of the app; null for what is no code. */
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
