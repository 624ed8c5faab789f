/** Returns the gains of a raised cosine at 1, 2, … `length` samples from a silent edge: above 0, below 1, rising. */
export function fadeTable(length: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((Math.PI * (i + 1)) / (length + 1)));
}
