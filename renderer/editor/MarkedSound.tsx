import { useDeferredValue, useMemo } from 'react';
import type { Span } from '../../shared/model/entity';
import { Strip } from '../player/strip/Strip';
import { StripKey } from '../player/strip/StripKey';
import { useLanes } from '../player/strip/useLanes';
import { Waveform } from '../player/Waveform';
import { useAfterPaint } from '../ui/useAfterPaint';
import { ChaptersButton } from './Chapters';
import { useEditor } from './editorState';

/**
 * Shows the strip of the whole recording, and the waveform with the mark that the editor is about. They follow after
 * the text has shown what a key did.
 */
export function MarkedSound() {
  const chosen = useDeferredValue(useAfterPaint(useEditor((state) => state.mention)));
  const drawn = useDeferredValue(useEditor((state) => state.drawn));
  const lanes = useLanes();
  const children = useMemo(
    () => (
      <>
        <ChaptersButton />
        <StripKey lanes={lanes} />
      </>
    ),
    [lanes],
  );
  return (
    <>
      <Strip lanes={lanes} />
      <Waveform {...{ chosen, drawn, children }} onDraw={draw} onChoose={choose} />
    </>
  );
}

const draw = (span: Span): void => useEditor.setState({ drawn: span, selection: null, mention: null });
const choose = (mention: string): void => useEditor.setState({ mention, selection: null, drawn: null });
