import { EditorView } from '@codemirror/view';
import { lineAt } from '../../shared/text/lines';
import type { Interview } from '../session/interview/Interview';
import { useEditor } from './editorState';
import type { TranscriptBinding } from './transcript/TranscriptBinding';

/** Goes to the heading above the line of the caret, or begins one there. */
export function writeHeading(interview: Interview): void {
  const { binding } = useEditor.getState();
  if (!binding) return;
  binding.keep();
  const { words, chapters } = interview.document;
  const line = lineAt(words, binding.wordAt(binding.view.state.selection.main.from));
  const wordId = line && words[line.first]?.id;
  if (wordId === null || wordId === undefined) return;
  const chapter = chapters.find((one) => one.wordId === wordId);
  if (chapter) goToHeading(binding, chapter.id);
  else useEditor.setState({ heading: wordId });
}

/** Brings a heading into view. The keyboard stays where it is. @returns false when it stands nowhere. */
export function showHeading(binding: TranscriptBinding, id: string): boolean {
  const { view, agreed, interview } = binding;
  const { chapters, words } = interview.document;
  const chapter = chapters.find((one) => one.id === id);
  // Without words, every heading stands at the beginning.
  const word = Math.max(
    0,
    words.findIndex((one) => one.id === chapter?.wordId),
  );
  const at = agreed.starts[word] ?? 0;
  if (!chapter) return false;
  binding.looksElsewhere = true;
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  return true;
}

/** Brings a heading into view, and puts the keyboard into it. */
export function goToHeading(binding: TranscriptBinding, id: string): void {
  const { view } = binding;
  if (!showHeading(binding, id)) return;
  // The heading is drawn only when it is in view.
  view.requestMeasure({
    read: () => view.dom.querySelector<HTMLInputElement>(`[data-chapter="${CSS.escape(id)}"] input`),
    write: (field) => {
      field?.focus();
      field?.select();
    },
  });
}
