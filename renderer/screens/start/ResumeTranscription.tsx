import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Transcription } from '../../../shared/document/document';
import { t } from '../../../shared/messages/messages';
import { clock } from '../../../shared/text/clock';
import { UndoButton } from '../../editor/UndoButton';
import { call } from '../../session/calls/call';
import { useModels } from '../../session/models/useModels';
import { cancelItem, enqueueProject, isActive, type QueueItem, useQueue } from '../../session/queue/queue';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { useSession } from '../../session/useSession';
import { ErrorNote } from '../../ui/ErrorNote';
import { ProgressNote } from '../../ui/ProgressNote';
import { useLostFocus } from '../../ui/useLostFocus';
import { GetModel } from '../models/GetModel';
import { isFile } from '../models/describeModel';
import { fileNameOf } from './fileNames';
import { objectionTo, settleChoice, useTranscriptionChoice } from './transcriptionChoice';
import { TranscriptionFields } from './TranscriptionFields';
import './Start.css';

/** Stands on top of an unfinished transcript. It tells how far that is, and begins it or goes on with it. */
export function ResumeTranscription() {
  const { project } = useInterview();
  const item = useQueue(({ items }) => items.find((one) => one.project === project));
  return (
    <>
      <Note item={item} />
      {/* This element stays, so that screen readers tell what comes into it. */}
      <span className="visually-hidden" role="status">
        {item && TOLD[item.state]()}
      </span>
    </>
  );
}

const TOLD: Record<QueueItem['state'], () => string> = {
  waiting: () => t('Waiting for another transcription'),
  importing: () => t('Importing'),
  transcribing: () => t('Transcribing'),
  done: () => t('The transcript is finished'),
  failed: () => t('The transcription failed'),
  cancelled: () => t('The transcription was stopped'),
};

function Note({ item }: { item: QueueItem | undefined }) {
  const duration = useInterviewState(({ document }) => document.media?.duration ?? null);
  const transcription = useInterviewState(({ document }) => document.transcription);
  const isEmpty = useInterviewState(({ document }) => document.words.length === 0);
  const emptied = useInterviewState((state) => state.emptied);

  if (item && isActive(item)) return <Active item={item} />;
  if (duration === null) return emptied ? <Emptied /> : null;
  if (!transcription) {
    return (
      <>
        {emptied && <Emptied />}
        {isEmpty && <Begin item={item} />}
      </>
    );
  }
  if (transcription.finished < transcription.windows.length) {
    return <Stopped item={item} transcription={transcription} duration={duration} />;
  }
  if (emptied) return <Emptied />;
  if (!isEmpty) return null;
  return (
    <p className="transcription-note">
      <strong>{t('Nothing was heard in this recording.')}</strong>{' '}
      {t(
        'If somebody speaks in it, make a new interview from it and choose another audio track or another model.',
      )}
    </p>
  );
}

function Active({ item: { id, state, stopping, progress } }: { item: QueueItem }) {
  const section = useLostFocus<HTMLElement>();
  return (
    <section
      ref={section}
      tabIndex={-1}
      className="transcription-note stack tight"
      aria-label={t('Transcription')}
    >
      {state === 'waiting' ? (
        <div className="row">
          <span>{t('Another recording is being transcribed; this one is in the queue.')}</span>
          <Button className="button" onPress={() => cancelItem(id)}>
            {t('Cancel')}
          </Button>
        </div>
      ) : (
        <ProgressNote progress={progress} {...(!stopping && { onCancel: () => cancelItem(id) })} />
      )}
      {stopping && <p className="soft">{t('Stopping; what was heard is kept.')}</p>}
    </section>
  );
}

/** Tells that the last step took the words away. */
function Emptied() {
  return (
    <div className="transcription-note row">
      <p>
        <strong>{t('The transcript is empty.')}</strong> {t('Take back what emptied it, or type below.')}
      </p>
      <UndoButton />
    </div>
  );
}

/** Offers to transcribe a recording that has no transcript. */
function Begin({ item }: { item: QueueItem | undefined }) {
  const interview = useInterview();
  const [choice, setChoice] = useTranscriptionChoice();
  const { models, error, look } = useModels(choice.language);
  const objection = objectionTo(choice, models);
  const start = () => {
    enqueueProject(interview.project, interview.path, settleChoice(choice, models));
  };
  return (
    <section className="transcription-note stack" aria-labelledby="transcribe">
      <h2 id="transcribe">{t('Transcribe the recording')}</h2>
      {item?.error && <ErrorNote error={item.error} />}
      {error && <ErrorNote error={error} onRetry={look} />}
      <TranscriptionFields choice={choice} onChange={setChoice} models={models} />
      <div className="row">
        <Button className="button primary" isDisabled={objection !== null} onPress={start}>
          {t('Transcribe')}
        </Button>
        <span className="soft" role="status">
          {objection}
        </span>
      </div>
    </section>
  );
}

interface StoppedProps {
  item: QueueItem | undefined;
  transcription: Transcription;
  duration: number;
}

/**
 * Offers to go on with a transcription that was stopped. It keeps the settings, since its parts would not fit
 * otherwise.
 */
function Stopped({ item, transcription: { windows, finished, settings }, duration }: StoppedProps) {
  const interview = useInterview();
  const remembered = useSession((state) => state.settings.model);
  const { models } = useModels();
  const section = useLostFocus<HTMLElement>();
  const [file, setFile] = useState<string | null>(null);
  const { name } = settings.model;
  const model = file ?? knownAs(name, remembered, models?.models ?? []);
  const missing = models?.models.find((one) => one.name === name && !one.present);
  const at = finished === 0 ? 0 : (windows[finished - 1]?.to ?? 0);

  const resume = () => {
    if (model === null) return;
    const { languages, prompt } = settings;
    const language = languages?.join(',') ?? settings.language;
    enqueueProject(interview.project, interview.path, { model, language, prompt });
  };
  const choose = async () => {
    const { path } = await call('window.chooseFile', { kind: 'model' });
    if (path !== null) setFile(path);
  };
  return (
    <section
      ref={section}
      tabIndex={-1}
      className="transcription-note stack tight"
      aria-label={t('Transcription')}
    >
      <div className="row">
        <span className="numbers">
          {t('Transcription stopped at {time} of {all}', { time: clock(at), all: clock(duration) })}
        </span>
        <Button className="button primary" isDisabled={model === null} onPress={resume}>
          {t('Resume')}
        </Button>
      </div>
      {item?.error && <ErrorNote error={item.error} />}
      {models && (model === null || item?.error?.code.startsWith('MODEL_')) && (
        <div className="row">
          <span>
            {file === null
              ? t('It was begun with the model {name}, which has to be chosen again.', { name })
              : t('Chosen as the model {name}: {file}', { name, file: fileNameOf(file) })}
          </span>
          <Button className="button" onPress={() => void choose()}>
            {t('Choose the model file…')}
          </Button>
          {missing && <GetModel model={missing} models={models} />}
        </div>
      )}
    </section>
  );
}

/** Finds a model again by its name in the models' folder, or as the file that was used last. */
function knownAs(
  name: string,
  remembered: string,
  models: readonly { name: string; present: boolean }[],
): string | null {
  if (models.some((model) => model.name === name && model.present)) return name;
  const file = fileNameOf(remembered)
    .replace(/^ggml-(?=.)/u, '')
    .replace(/(?<=.)\.bin$/u, '');
  return isFile(remembered) && file === name ? remembered : null;
}
