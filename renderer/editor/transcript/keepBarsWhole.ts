import {
  ChangeSet,
  EditorSelection,
  EditorState,
  StateEffect,
  Transaction,
  type Text,
  type TransactionSpec,
} from '@codemirror/state';
import { isSpaceless } from '../../../shared/text/spaceless';
import { signsBehind, signsInFront } from '../../../shared/model/marker';
import { fromDocument } from './fromDocument';
import { placesHidden, type HiddenPlace } from './placesHidden';

/** Tells that somebody tried to change words under the bar at this place. */
export const barTouched = StateEffect.define<number>();

/** Stands for a bar when its surroundings are looked at. */
const BAR = '\ufffc';

/** One change of the text: a range, and what replaces it. */
interface Edit {
  from: number;
  to: number;
  insert: string;
}

/**
 * Keeps each bar whole. Whatever is typed, pasted, dropped or deleted, the words under it stay as they are, and words
 * beside it stay words of their own. A deletion that reaches over a bar takes only what is around it. A space between a
 * word and a bar stays, or is put there.
 */
export const keepBarsWhole = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || transaction.annotation(fromDocument)) return transaction;
  const { startState: state } = transaction;
  const composes = transaction.isUserEvent('input.type.compose');
  const kept: Edit[] = [];
  let [isChanged, touched] = [false, -1];
  transaction.changes.iterChanges((from, to, _from, _to, text) => {
    const insert = text.toString();
    const bars = placesHidden(state, state.doc.lineAt(from).from, state.doc.lineAt(to).to);
    const edits = besideBars({ from, to, insert }, bars);
    const isCut = edits.length !== 1 || edits[0]?.from !== from || edits[0].to !== to;
    if (isCut) touched = bars.find((bar) => bar.from <= to && bar.to >= from)?.from ?? from;
    // An input method would lose its place. What it wrote is parted from the bar when it is kept.
    const apart = composes ? edits : edits.map((edit) => setApart(edit, state.doc, bars));
    if (isCut || apart.some((edit, i) => edit !== edits[i])) isChanged = true;
    kept.push(...apart);
  });
  if (!isChanged) return transaction;
  const changes = ChangeSet.of(kept, state.doc.length);
  const caret = caretAfter(transaction, kept, changes);
  const userEvent = transaction.annotation(Transaction.userEvent);
  return {
    changes,
    selection: EditorSelection.cursor(Math.min(caret, changes.newLength)),
    effects: touched < 0 ? [] : barTouched.of(changes.mapPos(touched, 1)),
    scrollIntoView: true,
    ...(userEvent !== undefined && { userEvent }),
  } satisfies TransactionSpec;
});

/** Splits a change into changes of what is not under a bar. The first of them puts in the new text. */
function besideBars({ from, to, insert }: Edit, bars: readonly HiddenPlace[]): Edit[] {
  const under = bars.filter((bar) =>
    from === to ? bar.from < from && bar.to > from : bar.from < to && bar.to > from,
  );
  if (under.length === 0) return [{ from, to, insert }];
  const pieces: Edit[] = [];
  let at = from;
  for (const bar of [...under, { from: to, to }]) {
    if (bar.from > at) pieces.push({ from: at, to: bar.from, insert: '' });
    at = Math.max(at, bar.to);
  }
  const behind = under.at(-1)?.to ?? to;
  const [first, ...rest] = pieces;
  if (insert === '') return pieces;
  return first ? [{ ...first, insert }, ...rest] : [{ from: behind, to: behind, insert }];
}

/** Returns the change, with spaces where it would join a word and a bar. */
function setApart(edit: Edit, doc: Text, bars: readonly HiddenPlace[]): Edit {
  const { from, to, insert } = edit;
  const left = surroundings(doc, doc.lineAt(from).from, from, bars);
  const right = surroundings(doc, to, doc.lineAt(to).to, bars);
  if (insert === '') return joins(left, right) && from < to ? { ...edit, insert: ' ' } : edit;
  const before = joins(left, insert + right) ? ' ' : '';
  const behind = joins(left + before + insert, right) ? ' ' : '';
  return before + behind === '' ? edit : { ...edit, insert: before + insert + behind };
}

/** Returns the text of a part of a line, with one sign in place of each bar. */
function surroundings(doc: Text, from: number, to: number, bars: readonly HiddenPlace[]): string {
  let text = '';
  let at = from;
  for (const bar of bars) {
    if (bar.from < from || bar.to > to) continue;
    text += doc.sliceString(at, bar.from) + BAR;
    at = bar.to;
  }
  return text + doc.sliceString(at, to);
}

/** Tells whether the words on both sides of a place would become one, if one of them is under a bar. */
function joins(left: string, right: string): boolean {
  const [near = ''] = right.split(/\s/u);
  const signs = signsInFront(left);
  const before = left.slice(0, left.length - signs.length);
  // A possessive ending behind a bar is not part of the words under it.
  const after = before.endsWith(BAR)
    ? (signs + near).slice(signsBehind(signs + near).length)
    : near.slice(signsBehind(near).length);
  if (/(?:^|\s)$/u.test(before) || after === '') return false;
  if (before.endsWith(BAR)) return after.startsWith(BAR) || isSpaceless(after, 0) !== true;
  return after.startsWith(BAR) && isSpaceless(before, -1) !== true;
}

/** Places the caret behind what was put in, or, at a space that stays, on the side where it was going. */
function caretAfter(transaction: Transaction, kept: readonly Edit[], changes: ChangeSet): number {
  const { main } = transaction.startState.selection;
  const [edit] = kept;
  if (kept.length === 0 || !edit) return main.head;
  const written = insertedBy(transaction);
  if (written === '') {
    const isBackward = main.empty && main.head === edit.to;
    return isBackward ? edit.from : changes.mapPos(main.empty ? edit.to : edit.from, main.empty ? 1 : -1);
  }
  const at = edit.insert.indexOf(written);
  return changes.mapPos(edit.from, -1) + Math.max(0, at) + written.length;
}

function insertedBy(transaction: Transaction): string {
  let first = '';
  transaction.changes.iterChanges((_a, _b, _c, _d, text) => (first ||= text.toString()));
  return first;
}
