import { EditorView } from '@codemirror/view';

/** No document format carries these: control signs other than those that part words, and halves of characters. */
const UNWRITABLE = /(?![\t\n\v\f\r])[\p{Cc}\p{Cs}]/gu;
/** Not to be seen, and between the letters of a name in the way of whoever looks for it; or turning what follows round. */
const UNSEEN = /[\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069]/gu;

/** Takes in what is pasted or dropped, as plain words. A file that is dropped is for the window, and not read as text. */
export const takeInText = [
  EditorView.clipboardInputFilter.of((text) =>
    text.replaceAll('\u0085', '\n').replace(UNWRITABLE, '').replace(UNSEEN, ''),
  ),
  EditorView.domEventHandlers({
    drop: ({ dataTransfer }) => dataTransfer !== null && dataTransfer.files.length > 0,
  }),
];
