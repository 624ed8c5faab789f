import { describe, expect, it } from 'vitest';
import { followWords } from '../../../../shared/document/followWords';
import type { Word } from '../../../../shared/model/word';

/**
 * Makes words of a second each from `a b | c`: `|` begins a line, and a sign is a word's id. `?` means without times.
 */
function wordsOf(text: string): Word[] {
  const timed = !text.startsWith('?');
  const words: Word[] = [];
  let begins = true;
  for (const id of text.replace('?', '').trim().split(/\s+/u)) {
    if (id === '|') begins = true;
    else if (id !== '') {
      const at = /^[a-z]@/u.test(id) ? Number(id.slice(2)) : words.length;
      const time = timed ? { start: at, end: at + 1 } : { start: null, end: null };
      words.push({ id: id.charAt(0), text: 'said', ...time, ...(begins && { paragraph: true }) });
      begins = false;
    }
  }
  return words;
}

const followed = (before: string, wordId: string | null, after: string) =>
  followWords([{ id: 'h1', wordId, text: 'Part' }], wordsOf(before), wordsOf(after))[0]?.wordId;

describe('followWords', () => {
  it.each([
    ['stays where its word is', 'a b | c d', 'c', 'a x b | c d', 'c'],
    ['stays before a line that gets another beginning', 'a b | c d', 'c', 'a b | x c d', 'x'],
    ['stays before a line whose first word goes', 'a b | c d', 'c', 'a b | d', 'd'],
    ['stays before a line that is written anew', 'a | c d | e', 'c', 'a | x y | e', 'x'],
    ['stays before a line that is heard anew', 'a | c d | e', 'c', 'a@0 | x@1 y@2 | e@3', 'x'],
    ['goes with a line that is joined to the one before', 'a b | c d', 'c', 'a b c d', 'a'],
    ['stays with the first half of a line that is split', 'a | c d', 'c', 'a | c | d', 'c'],
    ['goes to the next line where its line goes', 'a | c d | e', 'c', 'a | e', 'e'],
    ['goes to the last line where all behind it goes', 'a b | c d', 'c', 'a b', 'a'],
    ['waits where all goes', 'a b | c', 'c', '', null],
    ['stands before all that comes, where it waited', '', null, 'a b | c', 'a'],
    ['goes by places where there are no times', '? a | c d | e', 'c', '? a | x y | e', 'x'],
  ])('%s', (_, before, wordId, after, expected) => {
    expect(followed(before, wordId, after)).toBe(expected);
  });

  it('finds its place in a transcript of other words by the time', () => {
    expect(followed('a@0 | b@10 | c@20', 'b', 'k@0 l@5 | m@10 n@15 | o@20')).toBe('m');
    expect(followed('a@0 | b@10 | c@20', 'c', 'k@0 l@5 | m@10')).toBe('m');
  });

  it('gives the same list where none moves', () => {
    const chapters = [{ id: 'h1', wordId: 'b', text: 'Part' }];
    expect(followWords(chapters, wordsOf('a | b'), wordsOf('a c | b'))).toBe(chapters);
    expect(followWords([], wordsOf('a'), wordsOf('b'))).toEqual([]);
  });
});
