import { memo } from 'react';
import { beginsLine } from '../../shared/text/lines';
import { gapBefore, joinWords } from '../../shared/text/joinWords';
import type { Word } from '../../shared/model/word';
import { indexWords } from '../../shared/plan/wordIndex';
import './Excerpt.css';

/** Words of a line that are shown on each side of a place. This keeps a monologue from filling the screen. */
const AROUND_WORDS = 24;
/** Words that are shown at the start and at the end of a long place, which may be a whole speech. */
const [HEAD, TAIL] = [20, 6];

interface Props {
  words: readonly Word[];
  wordIds: readonly string[];
  /** Most words that are shown on each side. */
  around?: number;
}

/** Shows the line that contains words, and emphasises them. It is empty if they are gone since they were marked. */
export const Excerpt = memo(function Excerpt({ words, wordIds, around = AROUND_WORDS }: Props) {
  const { at } = indexWords(words);
  const places = wordIds.flatMap((id) => at.get(id) ?? []);
  if (places.length === 0) return null;
  const [first, last] = [Math.min(...places), Math.max(...places)];
  let from = first;
  while (from > first - around && !isEdge(words, from)) from--;
  let to = last + 1;
  while (to <= last + around && !isEdge(words, to)) to++;
  const said =
    last - first < HEAD + TAIL
      ? textOf(words, first, last + 1)
      : `${textOf(words, first, first + HEAD)} … ${textOf(words, last + 1 - TAIL, last + 1)}`;
  const gap = (at: number) => gapBefore(words[at] ?? {});
  return (
    <span className="excerpt" dir="auto">
      {isEdge(words, from) ? '' : '… '}
      {textOf(words, from, first)}
      {gap(first)}
      <mark>{said}</mark>
      {gap(last + 1)}
      {textOf(words, last + 1, to)}
      {isEdge(words, to) ? '' : ' …'}
    </span>
  );
});

/** Tells whether a line begins at the position, or the transcript ends there. */
function isEdge(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word === undefined || beginsLine(word, words[at - 1]);
}

const textOf = (words: readonly Word[], from: number, to: number): string => joinWords(words.slice(from, to));
