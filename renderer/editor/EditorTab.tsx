import { useDeferredValue, useMemo } from 'react';
import { ResumeTranscription } from '../screens/start/ResumeTranscription';
import { useInterview, useInterviewState } from '../client/useInterview';
import { RedoButton } from '../ui/RedoButton';
import { Tick } from '../ui/Tick';
import { UndoButton } from '../ui/UndoButton';
import { CoverLayer } from './covers/CoverLayer';
import { CoverPanel } from './covers/CoverPanel';
import { useEditor } from './editorState';
import { FindPanel } from './FindPanel';
import { LinePanel } from './LinePanel';
import { MarkPanel } from './MarkPanel';
import { PlayerView } from './PlayerView';
import { TranscriptEditor } from './TranscriptEditor';
import { selectedSpan } from './selectedSpan';
import { Waveform } from './Waveform';
import './EditorTab.css';

/** The transcript on one side; the recording, and what is known of the place, on the other. */
export function EditorTab() {
  const hasRecording = useInterviewState(({ document }) => document.media !== null);
  const recognised = useInterviewState(({ document }) =>
    document.words.some((word) => word.confidence !== undefined),
  );
  const finding = useEditor((state) => state.finding);
  const unsure = useEditor((state) => state.unsure);
  return (
    <div className="editor-tab">
      <section className="editor-text" aria-label="Transcript">
        {finding && <FindPanel />}
        <ResumeTranscription />
        <TranscriptEditor />
      </section>
      <section className="editor-side stack" aria-label="Recording and marks">
        {hasRecording && <Recording />}
        <MarkPanel />
        <LinePanel />
        <div className="row">
          <UndoButton />
          <RedoButton />
        </div>
        {recognised && (
          <Tick
            label="Show words the recogniser was not sure of"
            isSelected={unsure}
            onChange={(isSelected) => useEditor.setState({ unsure: isSelected })}
          />
        )}
      </section>
    </div>
  );
}

/** It follows the selection, behind what a key does in the text. */
function Recording() {
  const interview = useInterview();
  const selection = useDeferredValue(useEditor((state) => state.selection));
  const drawn = useDeferredValue(useEditor((state) => state.drawn));
  return useMemo(
    () => (
      <>
        <PlayerView selection={selectedSpan(interview.document, { selection, drawn })}>
          <CoverLayer />
        </PlayerView>
        <CoverPanel />
        <Waveform onDrag={(span) => useEditor.setState({ drawn: span, selection: null, mention: null })} />
      </>
    ),
    [interview, selection, drawn],
  );
}
