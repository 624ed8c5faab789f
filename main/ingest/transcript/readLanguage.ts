/** Names that recognisers give to languages and that are not the usual English ones. */
const OTHER_NAMES: Record<string, string> = {
  castilian: 'es',
  flemish: 'nl',
  haitian: 'ht',
  letzeburgesch: 'lb',
  mandarin: 'zh',
  moldavian: 'ro',
  moldovan: 'ro',
  myanmar: 'my',
  nynorsk: 'nn',
  panjabi: 'pa',
  pushto: 'ps',
  sinhalese: 'si',
  valencian: 'ca',
};

/**
 * Returns the tag (BCP 47) of a language that a file names by a code or by its English name; `und` for anything else.
 */
export function readLanguage(language: unknown): string {
  if (typeof language !== 'string') return 'und';
  const name = language.trim().toLowerCase();
  const known = OTHER_NAMES[name] ?? codes().get(name);
  if (known) return known;
  try {
    const [tag = 'und'] = Intl.getCanonicalLocales(name.replace(/_/gu, '-'));
    return /^[a-z]{2,3}(?:-|$)/u.test(tag) ? tag : 'und';
  } catch {
    return 'und';
  }
}

let byName: Map<string, string> | undefined;

function codes(): Map<string, string> {
  if (byName) return byName;
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i));
  const all = [...letters.flatMap((a) => letters.map((b) => a + b)), 'yue', 'haw'];
  byName = new Map(all.flatMap((code) => [[names.of(code)?.toLowerCase() ?? '', code]]));
  byName.delete('');
  return byName;
}
