import { SEAM } from './plannedBlocks';

/**
 * Tells whether a block of a file says what was planned, sign for sign. A line may break at a planned space and at a
 * seam; without a break a seam stands for nothing.
 */
export function saysTheSame(said: string, planned: string): boolean {
  let at = 0;
  for (const sign of planned) {
    if (sign === SEAM) {
      if (said[at] === '\n') at++;
    } else if (said.startsWith(sign, at)) at += sign.length;
    else if (sign === ' ' && said[at] === '\n') at++;
    else return false;
  }
  return at === said.length;
}
