import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { beginsLine } from '../../shared/text/lines';
import { retime } from '../../shared/edits/retime';
import { assignSpeaker, renameSpeaker } from '../../shared/edits/speakers';
import type { Word } from '../../shared/model/word';
import { usePlayer } from '../player/PlayerContext';
import { useInterview, useInterviewState } from '../session/useInterview';
import { LineAgain } from './AgainButtons';
import { useEditor } from './editorState';
import { speakerLabels } from './transcript/speakerLines';

/** Edits the line at the caret: who speaks, and when it begins and ends. */
export function LinePanel() {
  const caret = useEditor((state) => state.caret);
  const words = useInterviewState(({ document }) => document.words);
  const line = caret === null ? null : lineAt(words, caret);
  if (!line) return null;
  const first = words[line.first];
  return <Line key={`${first?.id} ${first?.speaker} ${first?.start}`} {...line} />;
}

function Line({ first, end }: { first: number; end: number }) {
  const interview = useInterview();
  const player = usePlayer();
  const words = useInterviewState(({ document }) => document.words);
  const speakers = useInterviewState(({ document }) => document.speakers);
  const speaker = speakers.find(({ id }) => id === words[first]?.speaker);
  const [name, setName] = useState(speaker?.name ?? '');
  const label = useSpeakerLabel(speaker?.id);
  const [written, setWritten] = useState(false);
  const hidden = label !== undefined && label !== speaker?.name && name === speaker?.name && !written;
  const [start, stop] = [words[first]?.start ?? null, words[end - 1]?.end ?? null];
  const isProposed = words.slice(first, end).some(({ proposed }) => proposed);
  // Also with the name that is proposed, which confirms it here.
  const assign = () => interview.execute(assignSpeaker(interview.document, first, end, name));
  const move = (times: { start: number; stop: number }) =>
    interview.execute(retime(interview.document, first, end, times));
  return (
    <div className="line-panel stack">
      <TextField
        className="field"
        value={hidden ? '' : name}
        onChange={setName}
        onFocusChange={setWritten}
        onKeyDown={(event) => {
          if (event.key === 'Enter') assign();
        }}
      >
        <Label>Speaker of this line</Label>
        <Input list="speakers" {...(hidden && { placeholder: label })} />
      </TextField>
      <datalist id="speakers">
        {speakers.map((one) => (
          <option key={one.id} value={one.name} />
        ))}
      </datalist>
      <div className="row">
        <Button className="button" onPress={assign}>
          {isProposed && name === speaker?.name ? 'Confirm for this line' : 'Set for this line'}
        </Button>
        {speaker && (
          <Button
            className="button"
            onPress={() => interview.execute(renameSpeaker(interview.document, speaker.id, name))}
          >
            Rename everywhere
          </Button>
        )}
      </div>
      {start !== null && stop !== null && (
        <div className="row">
          <span className="soft numbers">
            {start.toFixed(2)} to {stop.toFixed(2)} s
          </span>
          <Button className="button" onPress={() => move({ start: player.store.getState().time, stop })}>
            Starts at the playhead
          </Button>
          <Button className="button" onPress={() => move({ start, stop: player.store.getState().time })}>
            Ends at the playhead
          </Button>
        </div>
      )}
      <LineAgain words={words.slice(first, end)} />
    </div>
  );
}

/** Gives the label of a speaker beside the lines, where a withheld name is a marker. */
function useSpeakerLabel(speaker: string | undefined): string | undefined {
  const peek = useEditor((state) => state.peek);
  return useInterviewState(({ document }) =>
    speaker === undefined ? undefined : speakerLabels(document, peek).get(speaker),
  );
}

function lineAt(words: readonly Word[], at: number): { first: number; end: number } | null {
  if (!words[at]) return null;
  let first = at;
  for (let word = words[first]; word && !beginsLine(word, words[first - 1]); word = words[first]) first--;
  let end = at + 1;
  for (let word = words[end]; word && !beginsLine(word, words[end - 1]); word = words[end]) end++;
  return { first, end };
}
