import type { Suggestion } from '../../shared/model/suggestion';
import { findNames } from './names/findNames';
import { tokenize } from './names/tokenize';

/** A part of a text, in UTF-16 code units. */
interface Part {
  start: number;
  end: number;
}

/**
 * Names that lists, forms and words around them tell.
 * @param taken parts that are something else.
 */
export function suggestByRules(text: string, taken: readonly Part[] = []): Suggestion[] {
  const free = tokenize(text).filter(
    ({ start, end }) => !taken.some((part) => start < part.end && end > part.start),
  );
  return findNames(free).map(({ first, last, type, score, why }) => {
    const start = free[first]?.start ?? 0;
    const end = free[last]?.end ?? start;
    return { type, text: text.slice(start, end), start, end, score, why };
  });
}
