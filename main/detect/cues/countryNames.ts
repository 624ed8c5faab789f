/** All two-letter codes; those of no country have no name. */
const CODES = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').flatMap((a, _, letters) => letters.map((b) => a + b));
const UNKNOWN = 'ZZ';

/** Countries and territories as a language calls them, from the Unicode locale data that the runtime has. */
export function countryNames(language: string): string[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return CODES.filter((code) => code !== UNKNOWN).flatMap((code) => names.of(code) ?? []);
}
