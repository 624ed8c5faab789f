import { EditorView } from '@codemirror/view';
import { writable } from '../../../shared/text/writable';

/** Takes in pasted or dropped text as plain words. A dropped file is left to the window, and is not read as text. */
export const takeInText = [
  EditorView.clipboardInputFilter.of(writable),
  EditorView.domEventHandlers({
    drop: ({ dataTransfer }) => dataTransfer !== null && dataTransfer.files.length > 0,
  }),
];
