import type { TaggedPiece } from './NameTagger';
import type { Piece } from './pieces';

export type NameKind = 'person' | 'place' | 'organisation';

/** A name as the model reads it; offsets are UTF-16 code units. */
export interface ReadName {
  type: NameKind;
  start: number;
  end: number;
  words: readonly TaggedPiece[];
  /** Mean probability of its words to be part of a name of that kind; 0 to 1. */
  probability: number;
  elsewhere: boolean;
  /** True if it was read by a model of Latin script. */
  latin: boolean;
}

/** Tells words and numbers from signs. */
export const isWord = ({ text }: Piece): boolean => /[\p{L}\p{N}]/u.test(text);
/** Signs within one name: `Ана-Мария`, `О'Нил`, `А. Б.`. */
const JOINER = /^(?:[-‐‑.]|['’ʼ])$/u;

/** Kinds of name that may be someone's in an interview. */
const WHO_AND_WHERE: readonly NameKind[] = ['person', 'place'];

/**
 * Joins the words whose probability to be part of a name of these kinds is `least` or more, neighbours of one kind
 * together.
 */
export function readNames(
  read: readonly (readonly TaggedPiece[])[],
  least: number,
  kinds: readonly NameKind[] = WHO_AND_WHERE,
): ReadName[] {
  const names: ReadName[] = [];
  for (const sentence of read) {
    const isName = (i: number) => {
      const piece = sentence[i];
      return piece !== undefined && sumOf(piece, kinds) >= least && isWord(piece);
    };
    for (let i = 0; i < sentence.length; i++) {
      if (!isName(i)) continue;
      const first = i;
      let last = i;
      for (;;) {
        if (isName(last + 1) && sameKind(sentence[last], sentence[last + 1])) last++;
        else if (joins(sentence, last + 1) && isName(last + 2)) last += 2;
        else break;
      }
      i = last;
      names.push(nameOf(sentence.slice(first, last + 1).filter(isWord)));
    }
  }
  return names;
}

function sumOf(piece: TaggedPiece, kinds: readonly NameKind[]): number {
  let sum = 0;
  for (const kind of kinds) sum += piece[kind];
  return sum;
}

/** Tells whether two words are of one kind: a person and a place beside each other are two names. */
function sameKind(a: TaggedPiece | undefined, b: TaggedPiece | undefined): boolean {
  if (!a || !b) return false;
  return a.person >= a.place === b.person >= b.place;
}

/**
 * Tells whether a piece is a sign within a name: without a space on either side of it, or the full stop of an initial.
 */
export function joins(sentence: readonly Piece[], i: number): boolean {
  const [before, sign, after] = [sentence[i - 1], sentence[i], sentence[i + 1]];
  if (!before || !sign || !after || !JOINER.test(sign.text) || before.end !== sign.start) return false;
  return sign.text === '.' ? before.text.length === 1 : sign.end === after.start;
}

/** Makes one name of these words, of the kind that they most likely are together. */
export function nameOf(words: readonly TaggedPiece[]): ReadName {
  const kinds = (['person', 'place', 'organisation'] as const).map((type) => ({
    type,
    sum: words.reduce((sum, word) => sum + word[type], 0),
  }));
  const { type, sum } = kinds.reduce((best, kind) => (kind.sum > best.sum ? kind : best));
  return {
    type,
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    words,
    probability: sum / Math.max(1, words.length),
    elsewhere: words.every((word) => word.elsewhere === true),
    latin: words.every(({ model }) => model.startsWith('latin')),
  };
}
