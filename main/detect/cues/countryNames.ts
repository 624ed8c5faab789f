/** All two-letter codes; those that are no country's have no name. */
const CODES = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').flatMap((a, _, letters) => letters.map((b) => a + b));
const UNKNOWN = 'ZZ';

/** Lists countries and territories as a language calls them, from the Unicode locale data of the runtime. */
export function countryNames(language: string): string[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return CODES.filter((code) => code !== UNKNOWN).flatMap((code) => names.of(code) ?? []);
}
