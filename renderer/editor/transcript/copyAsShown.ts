import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { MarkerBar } from './decorations';
import { bars, peeked } from './layers';

/**
 * Copies and cuts with markers where words are withheld, since a clipboard is read by other programs and keeps what it was
 * given after the interview is locked. For the same reason nothing is dragged out.
 */
export const copyAsShown = [
  EditorView.clipboardOutputFilter.of((_, state) => {
    const { ranges } = state.selection;
    const chosen = ranges.filter(({ empty }) => !empty);
    // Where nothing is selected, the editor copies the lines of the carets.
    const copied = chosen.length > 0 ? chosen : linesOf(state);
    return copied.map(({ from, to }) => shownText(state, from, to)).join(state.lineBreak);
  }),
  EditorView.domEventHandlers({
    dragstart: (event) => {
      event.preventDefault();
      return true;
    },
  }),
];

function linesOf({ doc, selection }: EditorState): { from: number; to: number }[] {
  const numbers = new Set(selection.ranges.map(({ from }) => doc.lineAt(from).number));
  return [...numbers].map((number) => doc.line(number));
}

/**
 * The text as it is on the screen, a bar for all of what it stands for, even where that is selected in part; also while the
 * words under bars are looked at, which is the one of two layers that has any then.
 */
function shownText(state: EditorState, from: number, to: number): string {
  const parts: string[] = [];
  let at = from;
  for (const { field } of [bars, peeked])
    state.field(field).between(from, to, (begin, end, { spec }) => {
      const { widget, copiedAs } = spec as { widget?: unknown; copiedAs?: string };
      const shown = widget instanceof MarkerBar ? widget.text : copiedAs;
      if (shown === undefined) return;
      parts.push(state.sliceDoc(at, Math.max(at, begin)), shown);
      at = Math.max(at, end);
    });
  return parts.join('') + state.sliceDoc(at, Math.max(at, to));
}
