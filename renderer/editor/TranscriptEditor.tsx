import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { t } from '../../shared/messages/messages';
import type { Found } from '../../shared/text/findSpaceless';
import { usePlayer } from '../player/PlayerContext';
import { arrive } from '../session/go';
import { useStoppingHeadings, useSuggestions } from '../session/suggestions';
import { useInterview, useInterviewState } from '../session/useInterview';
import { useSession } from '../session/useSession';
import { useEditor } from './editorState';
import { SelectionBar } from './SelectionBar';
import { mountTranscript } from './transcript/mountTranscript';
import type { TranscriptBinding } from './transcript/TranscriptBinding';
import { goToHeading } from './writeHeading';
import './TranscriptEditor.css';

/** Shows the transcript as a text that is typed into, selected and played. */
export function TranscriptEditor() {
  const interview = useInterview();
  const player = usePlayer();
  const host = useRef<HTMLDivElement>(null);
  const { open } = useSuggestions();
  const stopping = useStoppingHeadings();
  const binding = useEditor((state) => state.binding);
  const empty = useInterviewState(({ document }) => document.words.length === 0);
  const goTo = useSession(({ target }) => (target?.tab === 'transcript' ? target.wordId : null));

  useEffect(
    () => (host.current ? mountTranscript(host.current, interview, player) : undefined),
    [interview, player],
  );

  useEffect(() => {
    binding?.show({ suggestions: open, stopping });
  }, [binding, open, stopping]);

  useEffect(() => {
    if (!binding || goTo === null) return;
    const at = interview.document.words.findIndex(({ id }) => id === goTo);
    arrive('transcript');
    if (at >= 0) showWords(binding, at, at);
    const { headingToFocus } = useEditor.getState();
    if (headingToFocus === null) return;
    useEditor.setState({ headingToFocus: null });
    goToHeading(binding, headingToFocus);
  }, [binding, goTo, interview]);

  return (
    <div className="transcript">
      {empty && (
        <p className="soft empty">{t('There are no words. Transcribe the recording, or type here.')}</p>
      )}
      <div ref={host} className="transcript-text" />
      <SelectionBar />
    </div>
  );
}

/** Selects a place and brings it into view. The keyboard stays where it is, so the person can go on searching. */
export function lookAt(binding: TranscriptBinding, { first, last, from, to }: Found): void {
  const { starts } = binding.tokens;
  const [begin, end] = [starts[first], starts[last]];
  if (begin === undefined || end === undefined) return;
  binding.looksElsewhere = true;
  binding.view.dispatch({
    selection: { anchor: begin + from, head: end + to },
    effects: EditorView.scrollIntoView(begin, { y: 'center' }),
  });
}

/** Selects words and brings them into view. */
export function showWords(binding: TranscriptBinding, first: number, last: number): void {
  const { starts, ends } = binding.tokens;
  const [from, to] = [starts[first], ends[last]];
  if (from === undefined || to === undefined) return;
  binding.looksElsewhere = true;
  binding.view.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  binding.view.focus();
}
