/**
 * Counts words and makes sure that the decoder did all of its work: each window must give the model's segments from the
 * first on, each of them whole.
 * @throws {Error} when it did not, since times cannot be compared then.
 */
export function countWords(words: readonly string[], segments: readonly string[][]): number {
  let segment = 0;
  for (let at = 0; at < words.length;) {
    const stands = (i: number) => segments[i]?.every((word, k) => words[at + k] === word) === true;
    segment = stands(segment) ? segment : 0;
    if (!stands(segment)) throw new Error(`Word ${at} is not what the model says; times cannot be compared.`);
    at += segments[segment]?.length ?? 0;
    segment++;
  }
  if (words.length === 0) throw new Error('Nothing was decoded; times cannot be compared.');
  return words.length;
}
