/**
 * Finds the likeliest sequence of voices when each change has a cost (Viterbi 1967).
 * @param scores one for each block and voice, block after block; higher is likelier.
 * @param cost returns the cost of a change before a block.
 * @returns a voice for each block.
 */
export function likeliestTurns(
  scores: Float64Array,
  voices: number,
  cost: (block: number) => number,
): Uint8Array {
  const blocks = scores.length / voices;
  const from = new Uint8Array(scores.length);
  let best = new Float64Array(voices);
  for (let block = 0; block < blocks; block++) {
    let leader = 0;
    for (let k = 1; k < voices; k++) if ((best[k] ?? 0) > (best[leader] ?? 0)) leader = k;
    const changed = (best[leader] ?? 0) - (block === 0 ? 0 : cost(block));
    const next = new Float64Array(voices);
    for (let k = 0; k < voices; k++) {
      const stays = (best[k] ?? 0) >= changed;
      from[block * voices + k] = stays ? k : leader;
      next[k] = (stays ? (best[k] ?? 0) : changed) + (scores[block * voices + k] ?? 0);
    }
    best = next;
  }
  const path = new Uint8Array(blocks);
  let voice = 0;
  for (let k = 1; k < voices; k++) if ((best[k] ?? 0) > (best[voice] ?? 0)) voice = k;
  for (let block = blocks - 1; block >= 0; block--) {
    path[block] = voice;
    voice = from[block * voices + voice] ?? 0;
  }
  return path;
}
