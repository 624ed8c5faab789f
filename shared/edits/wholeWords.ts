import type { Span } from '../model/entity';
import { isTimed, type Word } from '../model/word';
import { saidWithin } from '../plan/boundaries';

/**
 * Grows a stretch (seconds) until it cuts no word in half. When a word's time is known only together with others, all
 * of that time is taken in.
 */
export function wholeWords(words: readonly Word[], { from, to }: Span): Span {
  const timed = words.filter(isTimed);
  const grown = { from, to };
  const takeIn = (one: Span) => {
    if (one.from >= grown.to || one.to <= grown.from) return;
    grown.from = Math.min(grown.from, one.from);
    grown.to = Math.max(grown.to, one.to);
  };
  for (const word of timed) if (word.start < to && word.end > from) takeIn(saidWithin(word));
  // Words may overlap one another, so this goes on until nothing grows any more.
  for (let before = 0; before !== grown.to - grown.from;) {
    before = grown.to - grown.from;
    for (const { start, end } of timed) takeIn({ from: start, to: end });
  }
  return grown;
}
