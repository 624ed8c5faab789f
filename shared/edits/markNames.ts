import type { Mark } from '../model/mark';
import { applyCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { cutWords } from './cutWords';
import { findSpaceless, hasSpaceless } from '../text/findSpaceless';
import { makeMarks, type MadeMarks, type Spans } from './makeMarks';
import { splitWord } from '../model/marker';

/**
 * Marks as `makeMarks` does, where a name in a script without spaces may be a part of a word: the word is cut there first,
 * so that no more is withheld than the name.
 * @throws {AppError} as `makeMarks`.
 */
export function markNames(
  document: ProjectDocument,
  marks: readonly Mark[],
  spans?: Spans,
  isWord?: (folded: string) => boolean,
): MadeMarks {
  const cuts = new Map<number, Set<number>>();
  const cut = (word: number, at: number) => cuts.set(word, (cuts.get(word) ?? new Set<number>()).add(at));
  for (const mark of marks) {
    if (!('text' in mark) || !hasSpaceless(mark.text)) continue;
    for (const { first, last, from, to } of findSpaceless(document.words, mark.text)) {
      // Signs at the edge of a word stay with what they stand at.
      if (from > splitWord(document.words[first]?.text ?? '').lead.length) cut(first, from);
      const { lead, core } = splitWord(document.words[last]?.text ?? '');
      if (to < lead.length + core.length) cut(last, to);
    }
  }
  const steps = cutWords(document, cuts);
  if (steps.length === 0) return makeMarks(document, marks, spans, isWord);
  const made = makeMarks(applyCommand(document, { label: 'Cut', steps }).document, marks, spans, isWord);
  if (!made.command) return made;
  return { ...made, command: { ...made.command, steps: [...steps, ...made.command.steps] } };
}
