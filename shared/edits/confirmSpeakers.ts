import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { attributed, type Word } from '../model/word';
import { withholdTurns } from './withholdTurns';

/** Counts the words whose speaker is only proposed, and how many of these are unsure. */
export function countProposed(words: readonly Word[]): { proposed: number; unsure: number } {
  let [proposed, unsure] = [0, 0];
  for (const word of words) {
    if (word.proposed) proposed++;
    if (word.unsure) unsure++;
  }
  return { proposed, unsure };
}

/**
 * Confirms every proposed speaker. What a withheld speaker says is withheld then.
 * @returns null when nothing is proposed.
 */
export function confirmSpeakers(document: ProjectDocument): Command | null {
  const { words } = document;
  if (countProposed(words).proposed === 0) return null;
  const confirmed = words.map((word) =>
    word.proposed && word.speaker !== undefined ? attributed(word, { speaker: word.speaker }) : word,
  );
  return {
    label: 'Confirm speakers',
    steps: [
      { type: 'replaceWords', at: 0, remove: words.length, words: confirmed },
      ...withholdTurns(document, confirmed),
    ],
  };
}
