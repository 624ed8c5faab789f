import { locale } from '../../shared/messages/messages';

/** Languages to choose from, by their codes; others can be typed. */
export const COMMON_LANGUAGES = [
  ...['en', 'ar', 'az', 'be', 'bn', 'zh', 'fr', 'ka', 'de', 'hi', 'id', 'it', 'kk', 'fa', 'ps', 'pl', 'pt'],
  ...['ru', 'so', 'es', 'sw', 'tg', 'tr', 'tk', 'uk', 'ur', 'uz', 'vi'],
];

let names: { of: Intl.DisplayNames; in: string } | undefined;

/** `kk` → `Kazakh`, in the language of the app; null for what is no code. */
export function languageName(code: string): string | null {
  if (names?.in !== locale())
    names = {
      of: new Intl.DisplayNames(locale(), { type: 'language', fallback: 'none' }),
      in: locale(),
    };
  try {
    return names.of.of(code) ?? null;
  } catch {
    return null;
  }
}
