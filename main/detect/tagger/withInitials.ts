import { overlapping } from './overlapping';
import type { ReadName } from './readNames';
import type { TaggedPiece } from './NameTagger';

/** Least probability at which letters before or behind a person are believed to be initials. */
const SURE_PROBABILITY = 0.5;
const MOST_INITIALS = 2;
const INITIAL = /^\p{Lu}$/u;

/**
 * Returns the name of a person with the initials before and behind it: `Т. А. Рябинина`, `Рябинина Т. А.` A letter alone
 * says so little that the models of Cyrillic script often leave it out; in Latin script the rules know it.
 * @param pieces of the whole text, in its order.
 */
export function withInitials(pieces: readonly TaggedPiece[], name: ReadName): ReadName {
  if (name.type !== 'person' || name.latin || name.probability < SURE_PROBABILITY) return name;
  let { start, end } = name;
  for (let i = 0; i < MOST_INITIALS; i++) {
    const [letter, stop] = overlapping(pieces, start - 3, start).slice(-2);
    if (!isInitial(letter, stop) || start - (stop?.end ?? 0) > 1) break;
    start = letter?.start ?? start;
  }
  for (let i = 0; i < MOST_INITIALS; i++) {
    const [letter, stop] = overlapping(pieces, end, end + 3);
    if (!isInitial(letter, stop) || (letter?.start ?? 0) - end > 1) break;
    end = stop?.end ?? end;
  }
  return { ...name, start, end };
}

const isInitial = (letter: TaggedPiece | undefined, stop: TaggedPiece | undefined): boolean =>
  letter !== undefined && INITIAL.test(letter.text) && stop?.text === '.' && stop.start === letter.end;
