import { abjadPattern } from '../../text/abjadPattern';
import type { Piece } from '../../text/glued';
import { foldPhrase } from '../../text/matching';
import { isCyrillic, isLatin } from '../../text/writing';
import { beginsJoined, joinedInArabic, namesInAbjad } from './particles';
import { placeOf, type FoundShape, type ShapedForm, type ShapeRules } from './shape';

/** Finds names of Arabic and Hebrew letters in letters that have vowels, and the reverse, by how they sound. */
export class SoundShapes {
  /** What matches the roman keys of names in Arabic and Hebrew letters. */
  readonly #abjad: { pattern: RegExp; entityId: string }[] = [];
  /** Names in other letters by roman key, as such words may say them. */
  readonly #alphabetic: { key: string; entityId: string }[] = [];

  constructor(private readonly rules: Pick<ShapeRules, 'romanKey'>) {}

  /** Learns names of several words that are one in other letters. */
  learn({ text, entityId }: ShapedForm): void {
    for (const joined of joinedInArabic(foldPhrase(text))) this.learnWord(joined, entityId);
  }

  /** Learns how a name sounds in letters that have vowels, or in those that have none. */
  learnWord(word: string, entityId: string): void {
    const pattern = abjadPattern(word);
    if (pattern) this.#abjad.push({ pattern, entityId });
    if (isLatin(word) || isCyrillic(word))
      this.#alphabetic.push({ key: this.rules.romanKey(word), entityId });
  }

  /** Returns the entity whose name in Arabic or Hebrew letters a word says in others. */
  saidInAlphabet(key: string, isCased: boolean): string | null {
    if (this.#abjad.length === 0) return null;
    const stem = isCased ? key.replace(/(?:[aueio]|[oe][mi]|ami?|ah)$/u, '') : key;
    return this.#abjad.find(({ pattern }) => pattern.test(key) || pattern.test(stem))?.entityId ?? null;
  }

  /** Returns the entity whose name in other letters a word in Arabic or Hebrew ones says. */
  saidInAbjad(word: string): string | null {
    if (this.#alphabetic.length === 0) return null;
    for (const name of namesInAbjad(word)) {
      const pattern = abjadPattern(name);
      const found = pattern && this.#alphabetic.find(({ key }) => pattern.test(key));
      if (found) return found.entityId;
    }
    return null;
  }

  /** Finds `عبد الرحمن` where the name is one word in other letters. */
  find(pieces: readonly Piece[]): FoundShape[] {
    if (this.#alphabetic.length === 0) return [];
    return pieces.flatMap(({ folded }, from): FoundShape[] => {
      const [joined] = beginsJoined(folded) ? joinedInArabic([folded, pieces[from + 1]?.folded ?? '']) : [];
      const entityId = joined === undefined ? null : this.saidInAbjad(joined);
      return entityId === null ? [] : [placeOf(pieces, from, from + 2, entityId)];
    });
  }
}
