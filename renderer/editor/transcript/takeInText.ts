import { EditorView } from '@codemirror/view';
import { writable } from '../../../shared/text/writable';

/** Takes in what is pasted or dropped, as plain words. A file that is dropped is for the window, and not read as text. */
export const takeInText = [
  EditorView.clipboardInputFilter.of(writable),
  EditorView.domEventHandlers({
    drop: ({ dataTransfer }) => dataTransfer !== null && dataTransfer.files.length > 0,
  }),
];
