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
import { selectedSpan } from './useInterviewKeys';
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

function Recording() {
  const interview = useInterview();
  // Drawn again with the selection.
  useEditor((state) => state.selection);
  useEditor((state) => state.drawn);
  return (
    <>
      <PlayerView selection={selectedSpan(interview)}>
        <CoverLayer />
      </PlayerView>
      <CoverPanel />
      <Waveform onDrag={(drawn) => useEditor.setState({ drawn, selection: null, mention: null })} />
    </>
  );
}
