/** Languages to choose from, by their codes; others can be typed. */
export const COMMON_LANGUAGES = [
  ...['en', 'ar', 'az', 'be', 'bn', 'zh', 'fr', 'ka', 'de', 'hi', 'id', 'it', 'kk', 'fa', 'ps', 'pl', 'pt'],
  ...['ru', 'so', 'es', 'sw', 'tg', 'tr', 'tk', 'uk', 'ur', 'uz', 'vi'],
];

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** `kk` → `Kazakh`; null for what is no code. */
export function languageName(code: string): string | null {
  try {
    return names.of(code) ?? null;
  } catch {
    return null;
  }
}
