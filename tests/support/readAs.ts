import type { TaggedPiece } from '../../main/detect/tagger/NameTagger';
import { piecesOf } from '../../main/detect/tagger/pieces';
import { nameOf, type ReadName } from '../../main/detect/tagger/readNames';

/** Reads a Cyrillic text as a model would that is sure of what stands between brackets, and of nothing else. */
export function readAs(
  marked: string,
  kind: 'person' | 'place',
): { text: string; pieces: TaggedPiece[]; name: ReadName } {
  const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
  const text = marked.replace(/[[\]]/gu, '');
  const pieces = piecesOf(text).map((piece): TaggedPiece => {
    const named = piece.start >= start && piece.end <= end ? 0.9 : 0;
    const none = { person: 0, place: 0, organisation: 0 };
    return { ...piece, ...none, [kind]: named, model: 'cyrillic' };
  });
  return { text, pieces, name: nameOf(pieces.filter((piece) => piece[kind] > 0)) };
}
