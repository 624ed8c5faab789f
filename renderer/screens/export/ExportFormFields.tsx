import { useEffect, useRef } from 'react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import {
  AUDIO_FORMATS,
  TEXT_FORMATS,
  type AudioFormat,
  type TextFormat,
} from '../../../shared/model/formats';
import { PlayButton } from '../../player/PlayButton';
import { blurChoices } from '../published/blurChoices';
import { useMaskedPlayback } from '../published/useMaskedPlayback';
import { usePlan } from '../published/usePublished';
import { arrive } from '../../session/go';
import { useInterviewState } from '../../session/useInterview';
import { useSession } from '../../session/useSession';
import { Choices, type Choice } from '../../ui/Choices';
import { Tick } from '../../ui/Tick';
import { chooseFolder } from './chooseFolder';
import { ListenerChoice } from './ListenerChoice';
import { offered, useExporter, type ExportForm, type RecordingChoice } from './exportState';

const textFormats = (): Readonly<Record<TextFormat, string>> => ({
  txt: t('Plain text (TXT)'),
  docx: t('Word document (DOCX)'),
  html: t('Web page (HTML)'),
  srt: t('Subtitles (SRT)'),
  vtt: t('Subtitles for the web (VTT)'),
  json: t('Data with times (JSON)'),
});
const audioFormats = (): Readonly<Record<AudioFormat, string>> => ({
  m4a: t('M4A, plays everywhere'),
  mp3: t('MP3, plays everywhere'),
  wav: t('WAV, largest and unchanged'),
  opus: t('Opus, smallest'),
});

interface Props {
  /** The form without what cannot be exported. */
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
  const [textNames, audioNames] = [textFormats(), audioFormats()];
  return (
    <div className="export-fields" ref={fields}>
      <fieldset className="export-part" disabled={isDisabled}>
        <legend>
          <h2>{t('Transcript')}</h2>
        </legend>
        <div className="export-formats">
          {TEXT_FORMATS.map((format) => {
            const needsTimes = format === 'srt' || format === 'vtt';
            const reason = can.text
              ? needsTimes && !can.times && t('The words have no times.')
              : t('There is no transcript.');
            return (
              <Tick
                key={format}
                label={textNames[format]}
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
          label={t('Time codes')}
          note={
            can.times
              ? t(
                  'In plain text, Word documents and web pages each paragraph begins with its time, as in [00:02:14].',
                )
              : t('The words have no times.')
          }
          isSelected={form.timeCodes}
          isDisabled={isDisabled || !can.times}
          onChange={(timeCodes) => exporter.change({ timeCodes })}
        />
      </fieldset>
      <fieldset className="export-part" disabled={isDisabled}>
        <legend>
          <h2>{t('Recording')}</h2>
        </legend>
        <Choices
          label={t('What to export')}
          value={form.recording}
          choices={recordings(can, document.covers.length)}
          onChange={(recording) => exporter.change({ recording })}
          isDisabled={isDisabled}
        />
        {form.recording === 'sound' && (
          <div className="field export-narrow">
            <label htmlFor="audio-format">{t('Format')}</label>
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
                  {audioNames[format]}
                </option>
              ))}
            </select>
          </div>
        )}
        {hasRecording && (
          <>
            <Sound form={form} isDisabled={isDisabled} />
            <Tick
              label={t('Disguise the voices')}
              note={t(
                'This makes a voice harder to recognise. It does not make anybody anonymous: whoever wants to can undo much of it, and people are also known by how they speak and what they tell.',
              )}
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
          <h2>{t('Title and introduction')}</h2>
        </legend>
        <TextField
          className="field"
          value={form.title}
          onChange={(title) => exporter.change({ title })}
          isDisabled={isDisabled}
          maxLength={500}
        >
          <Label>{t('Title')}</Label>
          <Input placeholder={t('Interview')} data-field="title" />
        </TextField>
        <TextField
          className="field"
          value={form.intro}
          onChange={(intro) => exporter.change({ intro })}
          isDisabled={isDisabled}
          maxLength={20_000}
        >
          <Label>{t('Introduction')}</Label>
          <TextArea rows={3} data-field="intro" placeholder={t('What readers should know first')} />
        </TextField>
      </fieldset>
      <fieldset className="export-part" disabled={isDisabled}>
        <legend>
          <h2>{t('Where')}</h2>
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
            {t('Choose a folder…')}
          </Button>
          <span className={form.folder === null ? 'soft' : 'export-path'}>
            {form.folder ?? t('An empty folder, or one with an earlier export of this interview.')}
          </span>
        </div>
      </fieldset>
    </div>
  );
}

/** Chooses the sound that replaces what is withheld, and plays it. */
function Sound({ form, isDisabled }: Props) {
  const exporter = useExporter();
  const { spans } = usePlan();
  useMaskedPlayback(spans, form.blur);
  const [first] = spans;
  return (
    <div className="row">
      <Choices
        label={t('Replace withheld sound with')}
        value={form.blur}
        choices={blurChoices()}
        onChange={(blur) => exporter.change({ blur })}
        isDisabled={isDisabled}
        orientation="horizontal"
      />
      {first && (
        <PlayButton
          span={{ from: Math.max(0, first.from - 1), to: first.to + 1 }}
          label={t('Hear how it sounds')}
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
  const noPicture = sound ? t('The recording has no picture.') : t('There is no recording.');
  return [
    { value: 'none', label: t('Only the transcript') },
    {
      value: 'sound',
      label: t('Only the sound'),
      isDisabled: !sound,
      note: sound ? t('Nobody is seen.') : t('There is no recording.'),
    },
    {
      value: 'covered',
      label: t('Video, with the picture covered while something is withheld'),
      isDisabled: !picture,
      note: picture ? coversNote(covers) : noPicture,
    },
    {
      value: 'kept',
      label: t('Video, with the picture as it is'),
      isDisabled: !kept,
      note: kept
        ? t('Withheld words can be read from lips, and from signs and papers in view.')
        : picture
          ? t(
              'Not available with {count, plural, one {# cover on the picture: it would show what is under it.} other {# covers on the picture: it would show what is under them.}}',
              { count: covers },
            )
          : noPicture,
    },
  ];
}

/** Says what the picture hides and what it does not, while nothing is withheld. */
const coversNote = (covers: number): string =>
  t(
    'Lips cannot be read there. {count, plural, =0 {Faces are seen in between, unless you cover them beside the transcript.} one {# cover hides what is under it for as long as you set. Everything else is seen in between.} other {# covers hide what is under them for as long as you set. Everything else is seen in between.}}',
    { count: covers },
  );
