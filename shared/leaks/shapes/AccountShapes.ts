import type { Piece } from '../../text/glued';
import { foldPhrase } from '../../text/matching';
import { gluedNames, isAsSure, rowsOfHandle, type GluedKind } from './gluedNames';
import { findHandles, handlesOf } from './handles';
import { placeOf, type FoundShape, type ShapedForm, type ShapeRules } from './shape';
import type { TitleShapes } from './TitleShapes';

/** Finds handles that are said, and what people make of their names for accounts. */
export class AccountShapes {
  readonly #handles = new Map<string, string>();
  /** Names of several words as accounts are called by them, by roman key. */
  readonly #gluedNames = new Map<string, { entityId: string; kind: GluedKind }>();

  constructor(private readonly rules: ShapeRules) {}

  learn({ text, entityId, type }: ShapedForm): void {
    if (type === 'email' || type === 'id' || type === 'other')
      for (const handle of handlesOf(text))
        if (!this.rules.isWord(handle)) this.#handles.set(handle, entityId);
    const words = foldPhrase(text);
    if ((type !== 'person' && type !== 'other') || words.length < 2) return;
    for (const { text: glued, kind } of gluedNames(words)) {
      const key = this.rules.romanKey(glued);
      const known = this.#gluedNames.get(key);
      if (!known || isAsSure(kind, known.kind)) this.#gluedNames.set(key, { entityId, kind });
    }
  }

  /** Tells whether no name of several words is known. */
  get isEmpty(): boolean {
    return this.#gluedNames.size === 0;
  }

  find(pieces: readonly Piece[]): FoundShape[] {
    const { isWord, language } = this.rules;
    const said = findHandles(pieces, new Set(this.#handles.keys()), language);
    return said.flatMap(({ handle, from, end }) => {
      const entityId = this.#handles.get(handle);
      // `redkite` is a handle; the red kite is a bird.
      const isSaid = pieces.slice(from, end).every(({ folded }) => isWord(folded)) && !/\d/u.test(handle);
      return entityId === undefined || isSaid ? [] : [placeOf(pieces, from, end, entityId)];
    });
  }

  /** Returns the entity of whose name a word is made as accounts are called, if it is as sure as is asked for. */
  gluedAs(word: string, least: GluedKind): string | undefined {
    if (this.#gluedNames.size === 0) return undefined;
    const glued = this.#gluedNames.get(this.rules.romanKey(word));
    return glued && isAsSure(glued.kind, least) ? glued.entityId : undefined;
  }

  /** Returns the entity of whose name a row of letters in an address or a handle is made. */
  inHandle(text: string, titles: TitleShapes): string | undefined {
    const { isWord, isKept } = this.rules;
    for (const [i, row] of rowsOfHandle(text).entries()) {
      if (isWord(row) || isKept(row)) continue;
      const isMailbox = i === 0 && /[\p{L}\d]@|^\P{L}*@/u.test(text);
      const entityId = titles.glued(row) ?? this.gluedAs(row, isMailbox ? 'letters' : 'part');
      if (entityId !== undefined) return entityId;
    }
    return undefined;
  }
}
