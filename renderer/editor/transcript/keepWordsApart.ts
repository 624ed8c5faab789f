import { EditorState } from '@codemirror/state';
import { isSpaceless } from '../../../shared/text/spaceless';

/** Merges lines as words, not as letters: removing the line break between two words leaves a space. */
export const keepWordsApart = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.isUserEvent('delete')) return transaction;
  const { doc, selection } = transaction.startState;
  let [changes, from, to, inserted] = [0, 0, 0, 0];
  transaction.changes.iterChanges((begin, end, _, __, text) => {
    changes++;
    [from, to, inserted] = [begin, end, text.length];
  });
  const isMerge = changes === 1 && inserted === 0 && to - from === 1 && doc.lineAt(from).to === from;
  if (!isMerge || !/^\S\n\S$/u.test(doc.sliceString(from - 1, to + 1))) return transaction;
  // A script without spaces between words needs none.
  if (isSpaceless(doc.sliceString(from - 1, from), -1) && isSpaceless(doc.sliceString(to, to + 1), 0))
    return transaction;
  const backward = selection.main.head === to;
  return {
    changes: { from, to, insert: ' ' },
    selection: { anchor: backward ? to : from },
    scrollIntoView: true,
    userEvent: 'delete',
  };
});
