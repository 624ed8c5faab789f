import type { ProjectDocument } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { isTimed } from '../../shared/model/word';
import type { EditorState } from './editorState';

/** Returns the span that was drawn on the waveform, or else that of the selected words; seconds. */
export function selectedSpan(
  { words }: ProjectDocument,
  { selection, drawn }: Pick<EditorState, 'selection' | 'drawn'>,
): Span | null {
  if (drawn) return drawn;
  const said = selection ? words.slice(selection.first, selection.last + 1).filter(isTimed) : [];
  const [first, last] = [said[0], said.at(-1)];
  return first && last ? { from: first.start, to: Math.max(first.end, last.end) } : null;
}
