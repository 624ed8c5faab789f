import type { EntityType } from '../../model/entity';
import type { Piece } from '../../text/glued';
import type { Casing } from '../../text/writing';
import type { NameKnowledge } from '../NameKnowledge';

/** A place where something stands that is made of what is withheld. */
export interface FoundShape {
  at: number;
  last: number;
  entityId: string;
}

/** Something withheld, as it was said. */
export interface ShapedForm {
  text: string;
  entityId: string;
  type: EntityType;
}

export interface ShapeRules extends Pick<NameKnowledge, 'isWord' | 'isKind' | 'romanKey' | 'otherNames'> {
  language: string;
  casing: Casing;
  isMarker: (text: string) => boolean;
  /** Tells whether a folded word may stand, because it is kept on purpose. */
  isKept: (folded: string) => boolean;
  /** Folded words that this transcript writes small as well. */
  writtenSmall: ReadonlySet<string>;
}

/** Returns the place of some pieces, from one to before another. */
export const placeOf = (
  pieces: readonly Piece[],
  from: number,
  end: number,
  entityId: string,
): FoundShape => {
  const at = pieces[from]?.at ?? 0;
  return { at, last: pieces[end - 1]?.at ?? at, entityId };
};

/** Sets what is not known yet. */
export function setOnce(map: Map<string, string>, key: string, entityId: string): void {
  if (!map.has(key)) map.set(key, entityId);
}

/** Returns a folded word without the signs that Latin letters are written with or without. */
export const plainLatin = (folded: string): string => folded.replaceAll('ı', 'i').replaceAll("'", '');
