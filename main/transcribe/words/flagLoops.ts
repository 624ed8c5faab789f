import { deflateSync } from 'node:zlib';

/** Repeats in a row that make a loop; people themselves often repeat a single word ("no, no, no"). */
const REPEATS = { word: 5, phrase: 3 };
const LONGEST_PHRASE_WORDS = 12;
/** Text that deflate shrinks by more than this repeats itself. From OpenAI's `compression_ratio_threshold`. */
const COMPRESSION_RATIO = 2.4;
/** Words; shorter texts say nothing about compression. */
const BLOCK_WORDS = 40;

/** Flags words that the recogniser repeats: the same phrase again and again, or text that says nothing new. */
export function flagLoops(texts: readonly string[]): boolean[] {
  const words = texts.map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}']/gu, ''));
  const looped = words.map(() => false);
  const mark = (from: number, to: number) => looped.fill(true, from, to);
  for (let length = 1; length <= LONGEST_PHRASE_WORDS; length++) markRepeats(words, length, mark);
  for (let from = 0; from + BLOCK_WORDS <= words.length; from += BLOCK_WORDS / 2) {
    if (compression(words.slice(from, from + BLOCK_WORDS).join(' ')) > COMPRESSION_RATIO)
      mark(from, from + BLOCK_WORDS);
  }
  return looped;
}

function markRepeats(
  words: readonly string[],
  length: number,
  mark: (from: number, to: number) => void,
): void {
  const least = length * (length === 1 ? REPEATS.word : REPEATS.phrase);
  let from = 0;
  for (let i = length; i <= words.length; i++) {
    if (i < words.length && words[i] === words[i - length]) continue;
    if (i - from >= least) mark(from, i);
    from = i - length + 1;
  }
}

function compression(text: string): number {
  const bytes = Buffer.from(text);
  return bytes.length / deflateSync(bytes).length;
}
