import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { MarkerBar } from './decorations';
import { bars, peeked } from './layers';

/**
 * Copies and cuts with markers in place of withheld words, since other programs read a clipboard, and it keeps its text
 * after the interview is locked. For the same reason nothing is dragged out.
 */
export const copyAsShown = [
  EditorView.clipboardOutputFilter.of((_, state) => {
    const { ranges } = state.selection;
    const chosen = ranges.filter(({ empty }) => !empty);
    // Without a selection, the editor copies the lines of the carets.
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
 * Returns the text as it is on the screen. A bar counts as a whole, even if only a part of it is selected, and also
 * while the words under bars are looked at. Only one of the two layers has any bars at a time.
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
