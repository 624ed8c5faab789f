import { SEAM } from './plannedBlocks';

/**
 * Tells whether a block of a file says what was planned, sign for sign. A line may break wherever a space was planned, and at
 * a seam, which is nothing otherwise.
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
