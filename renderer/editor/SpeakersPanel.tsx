import { useMemo, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { countProposed } from '../../shared/edits/confirmSpeakers';
import type { Speaker, Word } from '../../shared/model/word';
import { speakerVoices, type SpeakerVoice } from '../../shared/plan/speakerVoices';
import { PlayButton } from '../player/PlayButton';
import { goToWord } from '../session/go';
import {
  chooseHow,
  chooseVoiceModel,
  confirmProposed,
  forgetTrouble,
  leaveOutVoiceModel,
  nameSpeaker,
  proposeSpeakers,
  showSpeakers,
  stopProposing,
  useTelling,
  withholdSpeaker,
} from '../session/speakers';
import { useInterview, useInterviewState } from '../session/useInterview';
import { useSession } from '../session/useSession';
import { Choices, type Choice } from '../ui/Choices';
import { counted } from '../ui/entityWords';
import { ErrorNote } from '../ui/ErrorNote';
import { ProgressNote } from '../ui/ProgressNote';
import { useEditor } from './editorState';
import { speakerLabels } from './transcript/speakerLines';

type Way = '2' | '3' | '4' | 'channels';

/** Asks how many people speak, proposes who says what, and lets it be named, corrected and confirmed. */
export function SpeakersPanel() {
  const interview = useInterview();
  const { shown } = useTelling();
  const canTell = useInterviewState(({ document }) => document.media !== null && document.words.length > 0);
  if (!canTell) return null;
  if (!shown)
    return (
      <Button className="button" onPress={() => showSpeakers(interview, true)}>
        Who speaks?
      </Button>
    );
  return (
    <section className="speakers-panel stack" aria-labelledby="speakers-title">
      <div className="row">
        <h2 id="speakers-title">Who speaks?</h2>
        <Button className="button quiet" onPress={() => showSpeakers(interview, false)}>
          Close
        </Button>
      </div>
      <Proposing />
      <Speakers />
    </section>
  );
}

function Proposing() {
  const interview = useInterview();
  const { how, stop, progress, error, notes } = useTelling();
  const channels = useInterviewState(({ document }) =>
    Math.max(0, ...(document.media?.tracks ?? []).map((track) => track.channels)),
  );
  const isAgain = useInterviewState(({ document }) => document.words.some(({ proposed }) => proposed));
  const choices: Choice<Way>[] = [
    { value: '2', label: 'Two people' },
    { value: '3', label: 'Three people', note: 'Best when you first label a line of each.' },
    { value: '4', label: 'Four people', note: 'Often wrong in places: label some lines of each first.' },
    ...(channels > 1
      ? [{ value: 'channels' as const, label: 'One microphone for each, in its channel' }]
      : []),
  ];
  return (
    <>
      <Choices
        label="How many people speak?"
        value={'channels' in how ? 'channels' : (`${how.people}` as Way)}
        choices={choices}
        isDisabled={stop !== null}
        onChange={(way) =>
          chooseHow(interview, way === 'channels' ? { channels: true } : { people: Number(way) })
        }
      />
      {'people' in how && <VoiceModel />}
      {stop ? (
        <ProgressNote progress={progress} onCancel={() => stopProposing(interview)} />
      ) : (
        <div className="row">
          <Button className="button primary" onPress={() => void proposeSpeakers(interview)}>
            {isAgain ? 'Propose again' : 'Propose'}
          </Button>
          {isAgain && (
            <span className="soft">
              Lines that you give a speaker are kept, and others compared with them.
            </span>
          )}
        </div>
      )}
      {error && <ErrorNote error={error} onDismiss={() => forgetTrouble(interview)} />}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  );
}

function VoiceModel() {
  const { stop } = useTelling();
  const voiceModel = useSession(({ settings }) => settings.voiceModel);
  const isDisabled = stop !== null;
  if (voiceModel === '')
    return (
      <Button className="button quiet" isDisabled={isDisabled} onPress={() => void chooseVoiceModel()}>
        With a voice model of your own…
      </Button>
    );
  return (
    <div className="row">
      <span>With {voiceModel.split(/[\\/]/u).at(-1)}</span>
      <Button className="button quiet" isDisabled={isDisabled} onPress={() => void chooseVoiceModel()}>
        Another…
      </Button>
      <Button className="button quiet" isDisabled={isDisabled} onPress={() => void leaveOutVoiceModel()}>
        Without it
      </Button>
    </div>
  );
}

function Speakers() {
  const interview = useInterview();
  const { stop } = useTelling();
  const words = useInterviewState(({ document }) => document.words);
  const speakers = useInterviewState(({ document }) => document.speakers);
  const caret = useEditor((state) => state.caret);
  const voices = useMemo(() => speakerVoices(words), [words]);
  const { proposed, unsure } = useMemo(() => countProposed(words), [words]);
  const said = speakers.filter(({ id }) => voices.has(id));
  const nextUnsure = () => goToWord(unsureBehind(words, caret ?? -1)?.id ?? '');
  return (
    <>
      {said.length > 0 && (
        <ul className="speakers" aria-label="Speakers">
          {said.map((speaker) => (
            <li key={speaker.id} className="stack tight">
              <SpeakerRow speaker={speaker} voice={voices.get(speaker.id)} />
            </li>
          ))}
        </ul>
      )}
      <p role="status">
        {proposed > 0 &&
          `Proposed, and not confirmed: ${counted(proposed, 'word')}. Until then exports leave these speakers out.`}
      </p>
      {proposed > 0 && (
        <div className="row">
          {unsure > 0 && (
            <Button className="button" onPress={nextUnsure}>
              Next unsure line
            </Button>
          )}
          <Button
            className="button primary"
            isDisabled={stop !== null}
            onPress={() => confirmProposed(interview)}
          >
            Confirm
          </Button>
        </div>
      )}
    </>
  );
}

function SpeakerRow({ speaker, voice }: { speaker: Speaker; voice: SpeakerVoice | undefined }) {
  const interview = useInterview();
  const peek = useEditor((state) => state.peek);
  const label = useInterviewState(({ document }) => speakerLabels(document, peek).get(speaker.id) ?? '');
  const [name, setName] = useState('');
  const rename = () => {
    nameSpeaker(interview, speaker.id, name);
    setName('');
  };
  return (
    <>
      <div>
        <strong dir="auto">{label}</strong> <span className="soft">{said(voice)}</span>
      </div>
      <div className="row">
        <PlayButton span={voice?.sample ?? null} label={`Hear ${label}`} />
        <Button className="button" onPress={() => withholdSpeaker(interview, speaker.name)}>
          Withhold all they say<span className="visually-hidden"> ({label})</span>
        </Button>
      </div>
      <div className="row">
        <TextField
          className="field"
          value={name}
          onChange={setName}
          onKeyDown={(event) => {
            if (event.key === 'Enter') rename();
          }}
        >
          <Label>Name of {label}</Label>
          <Input />
        </TextField>
        <Button className="button" onPress={rename}>
          Name<span className="visually-hidden"> {label}</span>
        </Button>
      </div>
    </>
  );
}

function said(voice: SpeakerVoice | undefined): string {
  if (!voice) return '';
  const guessed = voice.unsure > 0 ? `, ${voice.unsure} unsure` : '';
  return `${counted(voice.words, 'word')}${voice.proposed > 0 ? `, proposed${guessed}` : ''}`;
}

/** The first word of the next line that is unsure, from the beginning again behind the last. */
function unsureBehind(words: readonly Word[], at: number): Word | undefined {
  const begins = (word: Word, i: number) => word.unsure && !words[i - 1]?.unsure;
  return words.find((word, i) => i > at && begins(word, i)) ?? words.find(begins);
}
