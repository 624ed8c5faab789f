import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { t } from '../../shared/messages/messages';
import { useLargePicture } from '../player/largePicture';
import { usePlayerState } from '../player/PlayerContext';
import { aspectOf } from '../player/PlayerState';
import { PlayerView } from '../player/PlayerView';
import { useInterview, useInterviewState } from '../session/useInterview';
import { Tick } from '../ui/Tick';
import { useAfterPaint } from '../ui/useAfterPaint';
import { AllAgain } from './AgainButtons';
import { ChapterBar } from './Chapters';
import { CoverLayer } from './covers/CoverLayer';
import { CoverPanel } from './covers/CoverPanel';
import { useEditor } from './editorState';
import { FindBar } from './FindBar';
import { LinePanel } from './LinePanel';
import { MarkedSound } from './MarkedSound';
import { MarkPanel } from './MarkPanel';
import { RedoButton } from './RedoButton';
import { selectedSpan } from './selectedSpan';
import { SpeakerBar } from './SpeakerBar';
import { SpeakersPanel } from './SpeakersPanel';
import { TranscriptEditor } from './TranscriptEditor';
import { UndoButton } from './UndoButton';
import './EditorTab.css';

interface Props {
  /** The content on top of the transcript, such as how far it is transcribed. */
  above: ReactNode;
}

/**
 * Shows the transcript on one side, the picture and what is known of the place on the other, and the sound below.
 * Picture and sound stay in sight whatever a person looks at.
 */
export function EditorTab({ above }: Props) {
  const hasRecording = useInterviewState(({ document }) => document.media !== null);
  const recognised = useInterviewState(({ document }) =>
    document.words.some((word) => word.confidence !== undefined),
  );
  const finding = useEditor((state) => state.finding);
  const speaking = useEditor((state) => state.speaking);
  const unsure = useEditor((state) => state.unsure);
  const { large } = useLargePicture();
  const isPortrait = usePlayerState((state) => (aspectOf(state) ?? 1) < 1);
  return (
    <div
      className="editor-tab"
      data-recording={hasRecording || undefined}
      data-large={large || undefined}
      data-portrait={isPortrait || undefined}
    >
      <section className="editor-text" aria-label={t('Transcript')}>
        {finding && <FindBar />}
        {speaking && <SpeakerBar />}
        {above}
        <TranscriptEditor />
      </section>
      {hasRecording ? (
        <section className="editor-sound" aria-label={t('Sound')}>
          <MarkedSound />
        </section>
      ) : (
        <ChapterBar />
      )}
      <section className="editor-side" aria-label={t('Recording and marks')}>
        {hasRecording && <Recording />}
        <div className="editor-panels">
          <div className="stack">
            {hasRecording && <CoverPanel />}
            <MarkPanel />
            <div className="row">
              <UndoButton />
              <RedoButton />
              <AllAgain />
            </div>
          </div>
          <div className="stack">
            <LinePanel />
            <SpeakersPanel />
            {recognised && (
              <Tick
                label={t('Show words the recogniser was not sure of')}
                isSelected={unsure}
                onChange={(isSelected) => useEditor.setState({ unsure: isSelected })}
              />
            )}
          </div>
        </div>
      </section>
    </div>
  );
}

/** Shows the player for the selection. It follows the selection after the text has shown what a key did. */
function Recording() {
  const interview = useInterview();
  const selection = useDeferredValue(useAfterPaint(useEditor((state) => state.selection)));
  const drawn = useDeferredValue(useEditor((state) => state.drawn));
  return useMemo(
    () => (
      <PlayerView selection={selectedSpan(interview.document, { selection, drawn })}>
        <CoverLayer />
      </PlayerView>
    ),
    [interview, selection, drawn],
  );
}
