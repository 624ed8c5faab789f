import { useRef, useState, type SyntheticEvent } from 'react';
import { Button, Form, Input, Label, NumberField, RadioGroup } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { clock } from '../../../shared/text/clock';
import { call, type Params } from '../../session/calls/call';
import { useJob } from '../../session/calls/useJob';
import { openInterview } from '../../session/openInterview';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLostFocus } from '../../ui/useLostFocus';
import { FileField } from './FileField';
import { withoutEnding } from './fileNames';
import { Option } from './Option';
import { PassphraseFields } from './PassphraseFields';
import { WhatIsSealed } from './WhatIsSealed';
import { Working } from './Working';

/** The files that a new interview is made of. */
export interface Sources {
  recording: string | null;
  transcript: string | null;
}

interface Props {
  sources: Sources;
  onChange: (sources: Sources) => void;
  onBack: () => void;
}

/** Makes a project file from a recording, a transcript or both. */
export function NewInterview({ sources, onChange, onBack }: Props) {
  const { recording, transcript } = sources;
  const [passphrase, setPassphrase] = useState('');
  const [track, setTrack] = useState<Track>(undefined);
  const [making, setMaking] = useState<Params<'project.create'> | null>(null);
  const job = useJob('project.create');
  const title = useLostFocus<HTMLHeadingElement>();
  const submit = useRef<HTMLButtonElement>(null);
  const nothing = recording === null && transcript === null;

  const create = async (event: SyntheticEvent) => {
    event.preventDefault();
    const { path } = await call('window.chooseNew', { name: withoutEnding(recording ?? transcript ?? '') });
    if (path === null) return;
    const params = {
      path,
      passphrase,
      ...(recording !== null && { media: recording, ...(track !== undefined && { track }) }),
      ...(transcript !== null && { transcript }),
    };
    await make(params);
  };

  const make = async (params: Params<'project.create'>) => {
    setMaking(params);
    await openInterview(params.path, (show) =>
      job.start(params, async (made) => {
        await show(made);
      }),
    );
  };
  return (
    <section className="new-interview">
      <div className="sheet stack">
        <h1 ref={title} tabIndex={-1}>
          {t('New interview')}
        </h1>
        <Form className="stack roomy" inert={job.running} onSubmit={(event) => void create(event)}>
          <FileField
            label={t('Recording')}
            kind="recording"
            path={recording}
            onChange={(path) => onChange({ ...sources, recording: path })}
            hint={t(
              'Video or sound, as the camera wrote it. It is copied into the interview file, encrypted.',
            )}
          />
          <FileField
            label={t('Transcript')}
            kind="transcript"
            path={transcript}
            onChange={(path) => onChange({ ...sources, transcript: path })}
            hint={t('If there is one already: SRT, VTT, JSON or plain text. Otherwise it is made next.')}
          />
          {recording !== null && <TrackField track={track} onChange={setTrack} />}
          <PassphraseFields value={passphrase} onChange={setPassphrase} />
          <div className="row">
            <Button ref={submit} className="button primary" type="submit" isDisabled={nothing}>
              {t('Save as…')}
            </Button>
            <Button className="button quiet" onPress={onBack}>
              {t('Back')}
            </Button>
            {nothing && <span className="soft">{t('Choose a recording or a transcript first.')}</span>}
          </div>
        </Form>
        {job.running && <Working progress={job.progress} onCancel={job.cancel} returnTo={submit} />}
        {job.error && <ErrorNote error={job.error} onDismiss={job.reset} />}
        {making && job.error?.code === 'MEDIA_TRUNCATED' && (
          <div className="row">
            <Button className="button" onPress={() => void make({ ...making, incomplete: true })}>
              {t('Import what is there')}
            </Button>
          </div>
        )}
        {making && job.error?.offset !== undefined && (
          <TakeOff offset={job.error.offset} onPress={(offset) => void make({ ...making, offset })} />
        )}
      </div>
      <WhatIsSealed recording={recording} transcript={transcript} />
    </section>
  );
}

/** Offers to move a transcript that counts from a whole hour to where its recording begins. */
function TakeOff({ offset, onPress }: { offset: number; onPress: (offset: number) => void }) {
  return (
    <div className="row">
      <Button className="button" onPress={() => onPress(offset)}>
        {t('Take off {time}', { time: clock(offset) })}
      </Button>
    </div>
  );
}

type Track = Params<'project.create'>['track'];

/** Lets a person choose which sound is worked on. Hardly anybody needs this. */
function TrackField({ track, onChange }: { track: Track; onChange: (track: Track) => void }) {
  const kind = track === undefined ? 'default' : track === 'mix' ? 'mix' : 'number';
  const choose = (chosen: string) => onChange(chosen === 'mix' ? 'mix' : chosen === 'number' ? 0 : undefined);
  return (
    <details>
      <summary>{t('Recorded with more than one microphone?')}</summary>
      <RadioGroup className="field options" value={kind} onChange={choose}>
        <Label className="label">{t('Sound that is worked on')}</Label>
        <Option value="default" name={t('The main track')} />
        <Option value="number" name={t('Another track')} />
        <Option value="mix" name={t('All tracks mixed')} />
      </RadioGroup>
      {typeof track === 'number' && (
        <NumberField
          className="field narrow"
          minValue={1}
          maxValue={64}
          value={track + 1}
          onChange={(count) => onChange(Number.isNaN(count) ? 0 : count - 1)}
        >
          <Label>{t('Number of the track; the first is 1')}</Label>
          <Input />
        </NumberField>
      )}
    </details>
  );
}
