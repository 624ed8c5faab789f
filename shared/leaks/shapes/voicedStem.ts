const VOICED: Readonly<Record<string, string>> = {
  ...{ к: 'г', қ: 'ғ', п: 'б', k: 'g', q: 'g', p: 'b' },
};

/**
 * Returns a Turkic name as it is before an ending that begins with a vowel: `серік` → `серіг` (Серігім, "my Serik");
 * null when nothing changes.
 * @param name folded.
 */
export function voicedStem(name: string): string | null {
  const voiced = VOICED[name.slice(-1)];
  return voiced === undefined || name.length < 4 ? null : name.slice(0, -1) + voiced;
}
