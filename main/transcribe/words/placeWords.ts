import type { Span } from '../../../shared/model/entity';
import type { SpokenWord } from './joinTokens';

/**
 * Moves words from the time of the sent sound (seconds from its start) to the recording's timeline. A word that reaches
 * over a cut-out pause is put where most of it is, since nobody speaks for that long.
 */
export function placeWords(words: readonly SpokenWord[], parts: readonly Span[]): SpokenWord[] {
  let sent = 0;
  const placed = parts.map((part) => {
    const length = part.to - part.from;
    const piece = { start: sent, end: sent + length, shift: part.from - sent };
    sent += length;
    return piece;
  });
  return words.map((word) => {
    const overlap = (piece: (typeof placed)[number]) =>
      Math.min(word.end, piece.end) - Math.max(word.start, piece.start);
    const home = placed.reduce((best, piece) => (overlap(piece) > overlap(best) ? piece : best));
    const start = Math.max(word.start, home.start) + home.shift;
    const end = Math.min(word.end, home.end) + home.shift;
    return { ...word, start, end, point: word.point === null ? null : word.point + home.shift };
  });
}
