/** Words that stand before a family name as part of it, folded. */
const SMALL =
  'de del della delle dello di da do dos das du des d la le los las lo van von den der het ter ten te zu zum zur vom af av y e el al ul bin ibn ben bint abd abdul abdel abu saint san santa st mac mc fitz ap';
const PARTICLES = new Set(SMALL.split(' '));

/** Prefixes that are written together with the name behind them, the longer first, and letters that must follow. */
const JOINED =
  /^(?:abdul|abdel|abdur|abdal|abdol|abder|abdus|abd|fitz|mac|mc|o'|d'|dell'|l'|dela|delos|della|vander|vanden|vandel|vonder|saint|abou|abu)(..{2,})$/u;
/** Prefixes that somebody is called by alone. */
const ALONE = /^(abdul|fitz)...{2,}$/u;
const GAELIC = /^(?:mac|mc)(..{2,})$/u;

/**
 * Returns what a person with such a family name is called without its prefix, or with it written together: `mckenzie`
 * gives `kenzie`, `o'dwyer` gives `dwyer`, `abdulrahman` gives `rahman`.
 * @param word of a name, folded.
 */
export function withoutPrefix(word: string): string[] {
  const rest = JOINED.exec(word)?.[1];
  const [, alone] = ALONE.exec(word) ?? [];
  const gaelic = GAELIC.exec(word)?.[1];
  return [
    ...(rest === undefined || rest.length < 4 ? [] : [rest]),
    ...(alone === undefined ? [] : [alone]),
    ...(gaelic === undefined || gaelic.length < 3 ? [] : [`mac${gaelic}`, `mc${gaelic}`]),
    ...(word.includes("'") ? [word.replaceAll("'", '')] : []),
  ].filter((part) => part !== word);
}

/**
 * Writes family names of several words as one: `de la cruz` gives `delacruz`, `van der berg` gives `vanderberg`.
 * @param words of a name, folded.
 */
export function joinedParticles(words: readonly string[]): string[] {
  const joined: string[] = [];
  let row = '';
  for (const word of words) {
    if (PARTICLES.has(word)) row += word;
    else {
      if (row !== '') joined.push(row + word);
      row = '';
    }
  }
  return joined;
}
