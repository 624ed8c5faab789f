const LABEL = /^(\p{Lu}[\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*){0,3}) ?:\s+(?=\S)/u;

/** A block of text and, where the file marks turns consistently, who says it. */
export interface Turn {
  speaker?: string;
  text: string;
}

/**
 * Reads `NAME: text` at the start of blocks as turns, but only where that is plainly meant: most blocks begin so,
 * or at least two labels come back. Otherwise a colon is a colon. A block without a label goes on with the turn.
 */
export function speakerTurns(blocks: readonly string[]): Turn[] {
  const matches = blocks.map((block) => LABEL.exec(block));
  const counts = new Map<string, number>();
  for (const match of matches) if (match?.[1]) counts.set(match[1], (counts.get(match[1]) ?? 0) + 1);
  const labelled = matches.filter((match) => match !== null).length;
  const repeated = [...counts.values()].filter((count) => count > 1).length;
  const meant = labelled >= 2 && (labelled > blocks.length / 2 || repeated >= 2);
  if (!meant) return blocks.map((text) => ({ text }));
  let speaker: string | undefined;
  return blocks.map((block, i) => {
    const match = matches[i];
    if (match) speaker = match[1];
    const text = match ? block.slice(match[0].length) : block;
    return { text, ...(speaker !== undefined && { speaker }) };
  });
}
