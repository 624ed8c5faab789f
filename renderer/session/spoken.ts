/** Returns one language, or several that commas separate, as the recogniser is told. */
export function spoken(language: string): { language: string } | { languages: string[] } {
  const codes = language.split(',').map((code) => code.trim());
  return codes.length > 1 ? { languages: codes.filter((code) => code !== '') } : { language };
}
