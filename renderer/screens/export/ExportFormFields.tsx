import { useEffect, useRef } from 'react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import {
  AUDIO_FORMATS,
  TEXT_FORMATS,
  type AudioFormat,
  type TextFormat,
} from '../../../shared/model/formats';
import { PlayButton } from '../../player/PlayButton';
import { BLUR_CHOICES } from '../published/blurChoices';
import { useMaskedPlayback } from '../published/useMaskedPlayback';
import { usePlan } from '../published/usePublished';
import { arrive } from '../../session/go';
import { useInterviewState } from '../../session/useInterview';
import { useSession } from '../../session/useSession';
import { Choices, type Choice } from '../../ui/Choices';
import { counted } from '../../ui/entityWords';
import { Tick } from '../../ui/Tick';
import { chooseFolder } from './chooseFolder';
import { ListenerChoice } from './ListenerChoice';
import { offered, useExporter, type ExportForm, type RecordingChoice } from './exportState';

const FORMATS: Readonly<Record<TextFormat, string>> = {
  txt: 'Plain text (TXT)',
  docx: 'Word document (DOCX)',
  html: 'Web page (HTML)',
  srt: 'Subtitles (SRT)',
  vtt: 'Subtitles for the web (VTT)',
  json: 'Data with times (JSON)',
};
const AUDIO: Readonly<Record<AudioFormat, string>> = {
  m4a: 'M4A, plays everywhere',
  mp3: 'MP3, plays everywhere',
  wav: 'WAV, largest and unchanged',
  opus: 'Opus, smallest',
};

interface Props {
  /** Without what cannot be exported. */
  form: ExportForm;
  isDisabled: boolean;
}

/** Chooses what is exported, how it sounds, and where it goes. */
export function ExportFormFields({ form, isDisabled }: Props) {
  const exporter = useExporter();
  const document = useInterviewState((state) => state.document);
  const fields = useRef<HTMLDivElement>(null);
  const field = useSession(({ target }) => (target?.tab === 'export' ? target.field : null));
  useEffect(() => {
    if (field === null) return;
    fields.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
    arrive('export');
  }, [field]);
  const can = offered(document);
  const hasRecording = form.recording !== 'none';
  return (
    <div className="export-fields" ref={fields}>
      <fieldset className="export-part" disabled={isDisabled}>
        <legend>
          <h2>Transcript</h2>
        </legend>
        <div className="export-formats">
          {TEXT_FORMATS.map((format) => {
            const needsTimes = format === 'srt' || format === 'vtt';
            const reason = can.text
              ? needsTimes && !can.times && 'The words have no times.'
              : 'There is no transcript.';
            return (
              <Tick
                key={format}
                label={FORMATS[format]}
                isSelected={form.formats.has(format)}
                isDisabled={isDisabled || reason !== false}
                {...(reason !== false && { note: reason })}
                onChange={(isSelected) => {
                  const formats = new Set(form.formats);
                  if (isSelected) formats.add(format);
                  else formats.delete(format);
                  exporter.change({ formats });
                }}
              />
            );
          })}
        </div>
        <Tick
          label="Time codes"
          note={
            can.times
              ? 'Paragraphs of text, Word and web page begin with their time, as in [00:02:14].'
              : 'The words have no times.'
          }
          isSelected={form.timeCodes}
          isDisabled={isDisabled || !can.times}
          onChange={(timeCodes) => exporter.change({ timeCodes })}
        />
      </fieldset>
      <fieldset className="export-part" disabled={isDisabled}>
        <legend>
          <h2>Recording</h2>
        </legend>
        <Choices
          label="What is given out of it"
          value={form.recording}
          choices={recordings(can, document.covers.length)}
          onChange={(recording) => exporter.change({ recording })}
          isDisabled={isDisabled}
        />
        {form.recording === 'sound' && (
          <div className="field export-narrow">
            <label htmlFor="audio-format">Format</label>
            <select
              id="audio-format"
              value={form.audioFormat}
              onChange={(event) => {
                const audioFormat = AUDIO_FORMATS.find((format) => format === event.target.value);
                if (audioFormat) exporter.change({ audioFormat });
              }}
            >
              {AUDIO_FORMATS.map((format) => (
                <option key={format} value={format}>
                  {AUDIO[format]}
                </option>
              ))}
            </select>
          </div>
        )}
        {hasRecording && (
          <>
            <Sound form={form} isDisabled={isDisabled} />
            <Tick
              label="Disguise the voices"
              note="This makes a voice harder to recognise. It is no anonymity: whoever wants to can undo much of it, and people are known by how and what they tell."
              isSelected={form.disguise}
              isDisabled={isDisabled}
              onChange={(disguise) => exporter.change({ disguise })}
            />
            <ListenerChoice value={form.listener} isDisabled={isDisabled} />
          </>
        )}
      </fieldset>
      <fieldset className="export-part" disabled={isDisabled}>
        <legend>
          <h2>Heading</h2>
        </legend>
        <TextField
          className="field"
          value={form.title}
          onChange={(title) => exporter.change({ title })}
          isDisabled={isDisabled}
          maxLength={500}
        >
          <Label>Title</Label>
          <Input placeholder="Interview" data-field="title" />
        </TextField>
        <TextField
          className="field"
          value={form.intro}
          onChange={(intro) => exporter.change({ intro })}
          isDisabled={isDisabled}
          maxLength={20_000}
        >
          <Label>Introduction</Label>
          <TextArea rows={3} data-field="intro" placeholder="What readers should know first" />
        </TextField>
      </fieldset>
      <fieldset className="export-part" disabled={isDisabled}>
        <legend>
          <h2>Where</h2>
        </legend>
        <div className="row">
          <Button
            className="button"
            data-field="folder"
            isDisabled={isDisabled}
            onPress={() =>
              void chooseFolder().then((folder) => folder !== null && exporter.change({ folder }))
            }
          >
            Choose a folder…
          </Button>
          <span className={form.folder === null ? 'soft' : 'export-path'}>
            {form.folder ?? 'An empty one, or one with an earlier export of this interview.'}
          </span>
        </div>
      </fieldset>
    </div>
  );
}

/** Chooses the sound in place of what is withheld, and plays it. */
function Sound({ form, isDisabled }: Props) {
  const exporter = useExporter();
  const { spans } = usePlan();
  useMaskedPlayback(spans, form.blur);
  const [first] = spans;
  return (
    <div className="row">
      <Choices
        label="Instead of what is withheld"
        value={form.blur}
        choices={BLUR_CHOICES}
        onChange={(blur) => exporter.change({ blur })}
        isDisabled={isDisabled}
        orientation="horizontal"
      />
      {first && (
        <PlayButton
          span={{ from: Math.max(0, first.from - 1), to: first.to + 1 }}
          label="Hear how it sounds"
          className="button small"
          masked
        />
      )}
    </div>
  );
}

function recordings(
  { sound, picture, kept }: ReturnType<typeof offered>,
  covers: number,
): Choice<RecordingChoice>[] {
  const noPicture = sound ? 'The recording has no picture.' : 'There is no recording.';
  return [
    { value: 'none', label: 'Nothing: the transcript alone' },
    {
      value: 'sound',
      label: 'The sound alone',
      isDisabled: !sound,
      note: sound ? 'Nobody is seen.' : 'There is no recording.',
    },
    {
      value: 'covered',
      label: 'Video, the picture covered while something is withheld',
      isDisabled: !picture,
      note: picture ? `Lips cannot be read there. ${coversWords(covers)}` : noPicture,
    },
    {
      value: 'kept',
      label: 'Video, the picture as it is',
      isDisabled: !kept,
      note: kept
        ? 'Withheld words can be read from lips, and from signs and papers in view.'
        : picture
          ? `Not with ${counted(covers, 'cover')} drawn over the picture: it would show what is under ${covers === 1 ? 'it' : 'them'}.`
          : noPicture,
    },
  ];
}

/** Says what is hidden, and what is not, while nothing is withheld. */
const coversWords = (covers: number): string =>
  covers === 0
    ? 'Faces are seen in between, unless you cover them beside the transcript.'
    : `${counted(covers, 'cover')} ${covers === 1 ? 'hides what is under it' : 'hide what is under them'} for as long as you said. Everything else is seen in between.`;
