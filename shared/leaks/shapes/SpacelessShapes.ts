import type { Piece } from '../../text/glued';
import { isUnspaced } from '../../text/spaceless';
import { isBehindKoreanTitle, isHangul, isKoreanForm, surnameOfKorean } from './koreanForms';
import { placeOf, type FoundShape, type ShapeRules } from './shape';
import { findParts, unspacedParts, type PersonalParts } from './unspacedParts';

/** Finds parts and forms of names in Korean, and in scripts without spaces. */
export class SpacelessShapes {
  /** Korean names of one word; those of people have parts that name them. */
  readonly #korean: { name: string; entityId: string; isPerson: boolean }[] = [];
  /** Parts of people's names in scripts without spaces. */
  readonly #unspaced: PersonalParts[] = [];

  constructor(private readonly rules: Pick<ShapeRules, 'isKept' | 'language'>) {}

  /** Learns a name of one word. */
  learnWord(word: string, entityId: string, isPerson: boolean): void {
    if (isHangul(word)) this.#korean.push({ name: word, entityId, isPerson });
    if (isUnspaced(word) && isPerson)
      this.#unspaced.push({ parts: unspacedParts(word, this.rules.language), entityId });
  }

  find(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    const parts = findParts(pieces, texts, this.#unspaced);
    return [
      ...this.#koreanIn(pieces),
      ...parts.map(({ entityId, from, end }) => placeOf(pieces, from, end, entityId)),
    ];
  }

  #koreanIn(pieces: readonly Piece[]): FoundShape[] {
    if (this.#korean.length === 0) return [];
    return pieces.flatMap(({ folded, at }, i): FoundShape[] => {
      if (!isHangul(folded) || this.rules.isKept(folded)) return [];
      const next = pieces[i + 1]?.folded ?? '';
      const found = this.#korean.find(
        ({ name, isPerson }) =>
          isKoreanForm(folded, name, isPerson) ||
          (isPerson && folded === surnameOfKorean(name) && isBehindKoreanTitle(next)),
      );
      return found ? [{ at, last: at, entityId: found.entityId }] : [];
    });
  }
}
