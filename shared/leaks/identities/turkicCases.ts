/** Case endings of Kazakh and Kyrgyz, as `cyrillicKey` folds them, by whether they follow a voiceless sound. */
const CYRILLIC = {
  voiced: /^(?:[нд][ыиу]н?|[гн][аео]|д[аео]|[дн][аео]н|[мб]ен(?:ен)?|[нд]ики)$/u,
  voiceless: /^(?:т[ыиу]н?|к[аео]|т[аео]н?|пен(?:ен)?|тики)$/u,
  isVoiceless: /[кпстфхцчшщбвгд]$/u,
};
/** The same in Latin letters without accents, for Kazakh, Uzbek, Turkish and their neighbours. */
const LATIN = {
  voiced:
    /^(?:[nd][iuy]n?g?|n[iuy]ng|(?:g|gh|q|k)[ae]|[nyd][aei]|d[ae]n|n[ae]n|[mb]en(?:en)?|l[ae]|n?iki|dagi)$/u,
  voiceless: /^(?:t[iuy]n?g?|(?:k|q)[ae]|t[ae]n?|pen(?:en)?|tiki|l[ae]|dan|da|ni|ning)$/u,
  isVoiceless: /[cfhkpqst]$|[csk]h$/u,
};

/** Least letters of a name without its ending. */
const SHORTEST_STEM_LETTERS = 3;
const LONGEST_ENDING_LETTERS = 5;

/**
 * Returns what a name of a Turkic language may be called without its case ending: `ерланга` → `ерлан`. An ending begins
 * as the sound before it asks for, so that `алматы` is not a form of `алма`. From Muhamedowa, Kazakh: A Comprehensive
 * Grammar (2016), ch. 2.
 * @param word folded, without accents, Cyrillic by `cyrillicKey`.
 */
export function turkicCases(word: string, script: 'cyrillic' | 'latin'): string[] {
  const { voiced, voiceless, isVoiceless } = script === 'cyrillic' ? CYRILLIC : LATIN;
  const stems: string[] = [];
  for (let letters = 2; letters <= LONGEST_ENDING_LETTERS; letters++) {
    const stem = word.slice(0, word.length - letters);
    if (stem.length < SHORTEST_STEM_LETTERS) break;
    const rule = isVoiceless.test(stem) ? voiceless : voiced;
    if (rule.test(word.slice(stem.length))) stems.push(stem);
  }
  return stems;
}
