import type { Piece } from '../../text/glued';
import type { AccountShapes } from './AccountShapes';
import type { NameForms } from './NameForms';
import { placeOf, type FoundShape, type ShapeRules } from './shape';
import { arePair, sentencesOf, spelledAloud, type SaidLetter } from './spelledAloud';
import type { TitleShapes } from './TitleShapes';

/** Least letters of a name that is spelled among other letters. */
const TELLING_SPELLED_LETTERS = 4;
/** Most first letters that are said for a name. */
const MOST_INITIALS = 3;
/** Most letters of a name that is spelled. */
const LONGEST_SPELLED_LETTERS = 24;

/** Finds names, their first letters and acronyms that are spelled aloud. */
export class SpelledShapes {
  constructor(
    private readonly names: NameForms,
    private readonly titles: TitleShapes,
    private readonly accounts: AccountShapes,
    private readonly rules: Pick<ShapeRules, 'isWord'>,
  ) {}

  find(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    if (this.names.isEmpty && !this.titles.hasAcronyms && this.accounts.isEmpty) return [];
    return spelledAloud(pieces).flatMap((row) => {
      const found = [row, ...(row.length > 2 ? sentencesOf(row, pieces, texts) : [])].flatMap((some) =>
        this.#initialsSpelled(some, texts, pieces),
      );
      if (found.length > 0) return found;
      for (let first = 0; first + 2 < row.length; first++) {
        // The longest comes first, because a name may begin another.
        for (let last = Math.min(row.length, first + LONGEST_SPELLED_LETTERS) - 1; last > first; last--) {
          const letters = row.slice(first, last + 1);
          const spelled = letters.map(({ letter }) => letter).join('');
          const acronym = this.titles.acronym(spelled);
          const entityId = acronym ?? this.names.named(spelled);
          const isShort =
            acronym === undefined && letters.length < TELLING_SPELLED_LETTERS && letters.length < row.length;
          const [from, to] = [letters[0], letters.at(-1)];
          if (entityId === undefined || isShort || !from || !to) continue;
          found.push(placeOf(pieces, from.from, to.end, entityId));
          first = last;
          break;
        }
      }
      return found;
    });
  }

  /** Finds a name or its first letters in a row of two or three letters that says nothing else. */
  #initialsSpelled(
    row: readonly SaidLetter[],
    texts: readonly string[],
    pieces: readonly Piece[],
  ): FoundShape[] {
    const whole = row.map(({ letter }) => letter).join('');
    const [from, to] = [row[0], row.at(-1)];
    if (whole.length > MOST_INITIALS || row.length < 2 || !from || !to) return [];
    const entityId = this.names.named(whole) ?? this.accounts.gluedAs(whole, 'letters');
    const isSpelled = row.length > 2 || arePair(row, pieces, texts, this.rules.isWord);
    return entityId !== undefined && isSpelled ? [placeOf(pieces, from.from, to.end, entityId)] : [];
  }
}
