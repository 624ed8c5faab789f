import { isSpaceless } from '../text/spaceless';

interface Token {
  text: string;
  marker: boolean;
  glued?: true;
}

/**
 * Whether a space stands before and behind a marker is told by the published words beside it: none where their script
 * has none. What stood around the withheld words is not asked, since the space around a foreign name tells that it is one.
 * @param tokens of one paragraph; `glued` is kept between two published words, and never at the start.
 */
export function spaceMarkers<T extends Token>(tokens: readonly T[]): T[] {
  /** Of the published words so far the last that tells; before any does, the first that will. */
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
