import type { RawWord } from './rawWord';

/**
 * Splits a text into words and shares a stretch of time (seconds) among them by their length. Of several words the
 * times are then a guess, so each remembers the whole stretch.
 */
export function spreadWords(text: string, from: number, to: number): RawWord[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  // A word takes time beyond its letters; the constant keeps "I" from vanishing.
  const weights = words.map((word) => word.length + 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  return words.map((word, i) => {
    const start = from + ((to - from) * passed) / total;
    passed += weights[i] ?? 0;
    const end = passed === total ? to : from + ((to - from) * passed) / total;
    return { text: word, start, end, ...(words.length > 1 && { within: { from, to } }) };
  });
}
