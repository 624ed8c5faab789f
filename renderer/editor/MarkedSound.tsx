import { useDeferredValue } from 'react';
import type { Span } from '../../shared/model/entity';
import { Waveform } from '../player/Waveform';
import { useEditor } from './editorState';

/** The waveform, with the mark that the editor is about. It follows behind what a key does in the text. */
export function MarkedSound() {
  const chosen = useDeferredValue(useEditor((state) => state.mention));
  const drawn = useDeferredValue(useEditor((state) => state.drawn));
  return <Waveform chosen={chosen} drawn={drawn} onDraw={draw} onChoose={choose} />;
}

const draw = (span: Span): void => useEditor.setState({ drawn: span, selection: null, mention: null });
const choose = (mention: string): void => useEditor.setState({ mention, selection: null, drawn: null });
