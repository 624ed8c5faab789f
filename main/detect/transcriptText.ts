import type { Word } from '../../shared/model/word';

/** Joins words to one text, paragraphs and turns apart, and returns the offset of each word. */
export function transcriptText(words: readonly Word[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const [i, word] of words.entries()) {
    const apart = word.paragraph === true || word.speaker !== words[i - 1]?.speaker;
    const gap = i === 0 ? '' : apart ? '\n\n' : ' ';
    starts.push(length + gap.length);
    pieces.push(gap, word.text);
    length += gap.length + word.text.length;
  }
  return { text: pieces.join(''), starts };
}
