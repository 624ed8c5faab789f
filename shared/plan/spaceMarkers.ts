import { isSpaceless } from '../text/spaceless';

interface Token {
  text: string;
  marker: boolean;
  glued?: true;
}

/**
 * Tells whether a space stands before and behind each marker. The published words beside it decide: no space where
 * their script has none. What stood around the withheld words does not count, since the space around a foreign name
 * tells that it is one.
 * @param tokens of one paragraph; `glued` is kept between two published words, and never at the start.
 */
export function spaceMarkers<T extends Token>(tokens: readonly T[]): T[] {
  /**
   * True when the script around has no spaces, by the last published word so far that tells; before any does, by the
   * first that will.
   */
  let side = tokens.map((token) => sideOf(token, 0)).find((told) => told !== null) ?? false;
  return tokens.map((token, i) => {
    const isBeside = token.marker || tokens[i - 1]?.marker === true;
    const glued = isBeside ? (sideOf(token, 0) ?? side) : token.glued === true;
    side = sideOf(token, -1) ?? side;
    if (glued === (token.glued === true) && (i > 0 || !glued)) return token;
    const { glued: _, ...rest } = token;
    return { ...rest, ...(glued && i > 0 && { glued: true }) } as T;
  });
}

const sideOf = ({ text, marker }: Token, at: 0 | -1): boolean | null =>
  marker ? null : isSpaceless(text, at);
