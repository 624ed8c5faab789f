import { applyCommand } from '../../../shared/document/commands';
import type { ProjectDocument } from '../../../shared/document/document';
import type { ComparedRow, Taking } from '../../../shared/edits/takeHearing';
import type { Word } from '../../../shared/model/word';
import { hiddenWords } from '../../../shared/plan/hiddenWords';

/** Stands for a withheld word, and has the same width for each. */
const COVERED = '▇▇';

/**
 * Covers withheld words in what is compared. A sign stands for each word that is withheld by a mark of its own or
 * within a stretch of time, or will be once what was heard is taken.
 */
export function coverRows(
  document: ProjectDocument,
  { rows, command }: Pick<Taking, 'rows' | 'command'>,
): ComparedRow[] {
  const now = hiddenWords(document);
  const then = hiddenWords(applyCommand(document, command).document);
  return rows.map(({ kind, before, after }) => {
    const covered = before.some(({ id }) => now.has(id));
    return {
      kind,
      before: cover(before, ({ id }) => now.has(id)),
      // Words that are heard in place of words that stay get into no document, so none can tell whether to cover them.
      after: cover(after, ({ id }) => (kind === 'stays' ? covered : then.has(id))),
    };
  });
}

const cover = (words: readonly Word[], isHidden: (word: Word) => boolean): Word[] =>
  words.map((word) => (isHidden(word) ? { ...word, text: COVERED } : word));
