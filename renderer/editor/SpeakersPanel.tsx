import { useMemo, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
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
import { ErrorNote } from '../ui/ErrorNote';
import { ProgressNote } from '../ui/ProgressNote';
import { useEditor } from './editorState';
import { speakerLabels } from './transcript/speakerLines';

type Way = '2' | '3' | '4' | 'channels';

/** Asks how many people speak, proposes who says what, and lets a person name, correct and confirm it. */
export function SpeakersPanel() {
  const interview = useInterview();
  const { shown } = useTelling();
  const canTell = useInterviewState(({ document }) => document.media !== null && document.words.length > 0);
  if (!canTell) return null;
  if (!shown)
    return (
      <Button className="button" onPress={() => showSpeakers(interview, true)}>
        {t('Who speaks?')}
      </Button>
    );
  return (
    <section className="speakers-panel stack" aria-labelledby="speakers-title">
      <div className="row">
        <h2 id="speakers-title">{t('Who speaks?')}</h2>
        <Button className="button quiet" onPress={() => showSpeakers(interview, false)}>
          {t('Close')}
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
    { value: '2', label: t('Two people') },
    { value: '3', label: t('Three people'), note: t('Best when you first label a line of each.') },
    {
      value: '4',
      label: t('Four people'),
      note: t('Often wrong in places: label some lines of each first.'),
    },
    ...(channels > 1
      ? [{ value: 'channels' as const, label: t('Each has a microphone, in a channel of its own') }]
      : []),
  ];
  return (
    <>
      <Choices
        label={t('How many people speak?')}
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
            {isAgain ? t('Propose again') : t('Propose')}
          </Button>
          {isAgain && (
            <span className="soft">
              {t('Lines that you gave a speaker stay, and the others are compared with them.')}
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
        {t('With a voice model of your own…')}
      </Button>
    );
  return (
    <div className="row">
      <span>{t('With {file}', { file: voiceModel.split(/[\\/]/u).at(-1) })}</span>
      <Button className="button quiet" isDisabled={isDisabled} onPress={() => void chooseVoiceModel()}>
        {t('Another model…')}
      </Button>
      <Button className="button quiet" isDisabled={isDisabled} onPress={() => void leaveOutVoiceModel()}>
        {t('Without it')}
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
        <ul className="speakers" aria-label={t('Speakers')}>
          {said.map((speaker) => (
            <li key={speaker.id} className="stack tight">
              <SpeakerRow speaker={speaker} voice={voices.get(speaker.id)} />
            </li>
          ))}
        </ul>
      )}
      <p role="status">
        {proposed > 0 &&
          t(
            'Proposed, not confirmed: {count, plural, one {# word} other {# words}}. Until you confirm, exports leave these speakers out.',
            { count: proposed },
          )}
      </p>
      {proposed > 0 && (
        <div className="row">
          {unsure > 0 && (
            <Button className="button" onPress={nextUnsure}>
              {t('Next unsure line')}
            </Button>
          )}
          <Button
            className="button primary"
            isDisabled={stop !== null}
            onPress={() => confirmProposed(interview)}
          >
            {t('Confirm')}
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
        <PlayButton span={voice?.sample ?? null} label={t('Hear {speaker}', { speaker: label })} />
        <Button
          className="button"
          aria-label={t('Withhold all they say ({speaker})', { speaker: label })}
          onPress={() => withholdSpeaker(interview, speaker.name)}
        >
          {t('Withhold all they say')}
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
          <Label>{t('Name of {speaker}', { speaker: label })}</Label>
          <Input />
        </TextField>
        <Button
          className="button"
          aria-label={t('Give this name to {speaker}', { speaker: label })}
          onPress={rename}
        >
          {t('Give this name')}
        </Button>
      </div>
    </>
  );
}

function said(voice: SpeakerVoice | undefined): string {
  if (!voice) return '';
  const { words, proposed, unsure } = voice;
  if (proposed === 0) return t('{count, plural, one {# word} other {# words}}', { count: words });
  return unsure === 0
    ? t('{count, plural, one {# word} other {# words}}, proposed', { count: words })
    : t('{count, plural, one {# word} other {# words}}, proposed, {unsure} unsure', { count: words, unsure });
}

/** Finds the first word of the next unsure line. Behind the last one, it starts again from the beginning. */
function unsureBehind(words: readonly Word[], at: number): Word | undefined {
  const begins = (word: Word, i: number) => word.unsure && !words[i - 1]?.unsure;
  return words.find((word, i) => i > at && begins(word, i)) ?? words.find(begins);
}
