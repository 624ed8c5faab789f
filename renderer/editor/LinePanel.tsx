import { memo, useEffect, useRef, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useShallow } from 'zustand/react/shallow';
import { t } from '../../shared/messages/messages';
import { keysOf } from '../../shared/contract/actions';
import { lineAt } from '../../shared/text/lines';
import { retime } from '../../shared/edits/retime';
import { assignSpeaker, renameSpeaker } from '../../shared/edits/speakers';
import { AlignLine } from './AlignLine';
import { usePlayer } from '../player/PlayerContext';
import { labelOfKey } from '../session/keys';
import { useInterview, useInterviewState } from '../session/useInterview';
import { useSession } from '../session/useSession';
import { useAfterPaint } from '../ui/useAfterPaint';
import { LineAgain } from './AgainButtons';
import { useEditor } from './editorState';
import { goOn, toggleSpeakerMode } from './speakerMode';
import { speakerLabels } from './transcript/speakerLines';
import { writeHeading } from './writeHeading';

/** Edits the speaker, the beginning and the end of the line at the caret, or the speaker of all that is selected. */
export function LinePanel() {
  // What a key does in the text is painted first. Whoever is about to type a name gets the field at once.
  const { caret, selection } = useAfterPaint(
    useEditor(useShallow(({ caret, selection }) => ({ caret, selection }))),
    useEditor((state) => state.naming),
  );
  const words = useInterviewState(({ document }) => document.words);
  const line = caret === null ? null : lineAt(words, caret);
  const range = selection ? { first: selection.first, end: selection.last + 1 } : line;
  const first = range && words[range.first];
  if (!range || !first) return null;
  const key = `${first.id} ${first.speaker} ${first.start} ${selection ? range.end : ''}`;
  return (
    <>
      <Line key={key} {...range} isSelected={selection !== null} />
      <AlignLine {...range} isSelected={selection !== null} />
    </>
  );
}

interface LineProps {
  first: number;
  end: number;
  /** True for a selection; false for the line of the caret. */
  isSelected: boolean;
}

/** It is drawn again only for another line: the panel is asked with every selection. */
const Line = memo(function Line({ first, end, isSelected }: LineProps) {
  const interview = useInterview();
  const player = usePlayer();
  const words = useInterviewState(({ document }) => document.words);
  const speakers = useInterviewState(({ document }) => document.speakers);
  const speaker = speakers.find(({ id }) => id === words[first]?.speaker);
  const [name, setName] = useState(speaker?.name ?? '');
  const labels = useSpeakerLabels();
  const label = speaker && labels.get(speaker.id);
  const [written, setWritten] = useState(false);
  const hidden = label !== undefined && label !== speaker?.name && name === speaker?.name && !written;
  const [start, stop] = [words[first]?.start ?? null, words[end - 1]?.end ?? null];
  const isProposed = words.slice(first, end).some(({ proposed }) => proposed);
  // Assigning the name that is proposed confirms it here.
  const assign = () => interview.execute(assignSpeaker(interview.document, first, end, name));
  const speaking = useEditor((state) => state.speaking);
  const [key] = keysOf(
    'speakers',
    useSession((state) => state.settings.keys),
  );
  const field = useRef<HTMLInputElement>(null);
  const naming = useEditor((state) => state.naming);
  useEffect(() => {
    if (!naming) return;
    field.current?.focus();
    field.current?.select();
    useEditor.setState({ naming: false });
  }, [naming]);
  const assignAndGoOn = () => {
    assign();
    const { binding, speaking } = useEditor.getState();
    binding?.view.focus();
    if (speaking) goOn({ interview, player }, end);
  };
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
          if (event.key === 'Enter') assignAndGoOn();
        }}
      >
        <Label>{isSelected ? t('Speaker of the selection') : t('Speaker of this line')}</Label>
        <Input ref={field} list="speakers" {...(hidden && { placeholder: label })} />
      </TextField>
      <datalist id="speakers">
        {speakers
          // A withheld name must not be read over somebody's shoulder.
          .filter((one) => labels.get(one.id) === one.name)
          .map((one) => (
            <option key={one.id} value={one.name} />
          ))}
      </datalist>
      <div className="row">
        <Button className="button" onPress={assign}>
          {isProposed && name === speaker?.name
            ? isSelected
              ? t('Confirm for the selection')
              : t('Confirm for this line')
            : isSelected
              ? t('Set for the selection')
              : t('Set for this line')}
        </Button>
        {speaker && (
          <Button
            className="button"
            onPress={() => interview.execute(renameSpeaker(interview.document, speaker.id, name))}
          >
            {t('Rename everywhere')}
          </Button>
        )}
      </div>
      <div className="row">
        <Button className="button quiet small" onPress={() => toggleSpeakerMode({ interview, player })}>
          {speaking ? t('Back to typing') : t('Say who speaks, with the keys 1 to 9')}{' '}
          {key !== undefined && <kbd>{labelOfKey(key)}</kbd>}
        </Button>
      </div>
      {!isSelected && start !== null && stop !== null && (
        <div className="row">
          <span className="soft numbers">
            {t('{from, number, ::.00} to {to, number, ::.00} s', { from: start, to: stop })}
          </span>
          <Button className="button" onPress={() => move({ start: player.store.getState().time, stop })}>
            {t('Starts at the playhead')}
          </Button>
          <Button className="button" onPress={() => move({ start, stop: player.store.getState().time })}>
            {t('Ends at the playhead')}
          </Button>
        </div>
      )}
      {!isSelected && (
        <div className="row">
          <HeadingButton />
        </div>
      )}
      {!isSelected && <LineAgain words={words.slice(first, end)} />}
    </div>
  );
});

/** Begins a chapter at this line, or goes to its heading. */
function HeadingButton() {
  const interview = useInterview();
  const [key] = keysOf(
    'heading',
    useSession((state) => state.settings.keys),
  );
  return (
    <Button className="button quiet small" onPress={() => writeHeading(interview)}>
      {t('Heading above this line')} {key !== undefined && <kbd>{labelOfKey(key)}</kbd>}
    </Button>
  );
}

/** Returns the labels of speakers as they stand beside the lines, where a withheld name is a marker. */
function useSpeakerLabels(): ReadonlyMap<string, string> {
  const peek = useEditor((state) => state.peek);
  return useInterviewState(({ document }) => speakerLabels(document, peek));
}
