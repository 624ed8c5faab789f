import type { Piece } from '../../text/glued';
import { foldPhrase } from '../../text/matching';
import { isSmall } from '../../text/writing';
import { acronymsOf } from './acronyms';
import { firstWordsOf, gluedTitlesOf, OPENS_QUOTE, TitleParts } from './partsOfTitle';
import { placeOf, type FoundShape, type ShapedForm, type ShapeRules } from './shape';

/** Finds parts, first letters and glued forms of names of several words: of organisations, places and works. */
export class TitleShapes {
  readonly #acronyms = new Map<string, string>();
  readonly #firstWords: { wanted: string[]; entityId: string }[] = [];
  /** Names of several words that are written as one. */
  readonly #glued = new Map<string, string>();
  readonly #parts: TitleParts;

  constructor(private readonly rules: ShapeRules) {
    this.#parts = new TitleParts(rules.isKind);
  }

  learn({ text, entityId, type }: ShapedForm): void {
    if (type === 'organisation' || type === 'place') {
      for (const wanted of firstWordsOf(text)) this.#firstWords.push({ wanted, entityId });
      for (const glued of gluedTitlesOf(text))
        if (!this.rules.isWord(glued)) this.#glued.set(glued, entityId);
      if (type === 'organisation') this.#parts.add(text, entityId);
    }
    if (type !== 'person' && foldPhrase(text).length > 1)
      for (const letters of acronymsOf(text)) this.#acronyms.set(this.#keyOf(letters), entityId);
  }

  find(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    return [...this.#firstWordsIn(texts, pieces), ...this.#partsIn(texts, pieces)];
  }

  /** Tells whether any name has first letters that stand for it. */
  get hasAcronyms(): boolean {
    return this.#acronyms.size > 0;
  }

  /** Returns the entity for whose name some letters stand. */
  acronym(letters: string): string | undefined {
    return this.#acronyms.get(this.#keyOf(letters));
  }

  /** Returns the entity whose name a folded word is, written as one. */
  glued(word: string): string | undefined {
    return this.#glued.get(word);
  }

  /** Each letter by itself: two together may have another sound. */
  #keyOf(letters: string): string {
    return Array.from(letters, (letter) => this.rules.romanKey(letter)).join('');
  }

  /** Finds "the Free Press" and “free press”, but not a free press. */
  #firstWordsIn(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    return this.#firstWords.flatMap(({ wanted, entityId }) =>
      pieces.flatMap((_, from): FoundShape[] => {
        if (!wanted.every((word, k) => pieces[from + k]?.folded === word)) return [];
        const place = placeOf(pieces, from, from + wanted.length, entityId);
        const said = texts.slice(place.at, place.last + 1);
        const isQuoted = OPENS_QUOTE.test(said[0] ?? '');
        const isName = this.rules.casing !== 'cased' || isQuoted || said.every((text) => !isSmall(text));
        return isName ? [place] : [];
      }),
    );
  }

  /** Finds what stands as a name and is made of the words of an organisation's. */
  #partsIn(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    if (this.rules.casing !== 'cased') return [];
    return this.#parts
      .find(texts, pieces)
      .map(({ from, end, entityId }) => placeOf(pieces, from, end, entityId));
  }
}
