import type { PublishedParagraph } from '../../../shared/plan/render';

/** Finds the paragraph that is said at a time (seconds): the last that has begun by then; null where none has. */
export function paragraphAt(paragraphs: readonly PublishedParagraph[], seconds: number): number | null {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (beginOf(paragraphs[middle]) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? low - 1 : null;
}

/** Returns when a paragraph begins. One without a time has not begun: a transcript has times everywhere, or nowhere. */
const beginOf = (paragraph: PublishedParagraph | undefined): number =>
  paragraph?.tokens.find(({ start }) => start !== null)?.start ?? Infinity;
