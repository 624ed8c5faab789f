import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { call } from '../../session/calls/call';
import { useJob } from '../../session/calls/useJob';
import { useModels } from '../../session/models/useModels';
import { chooseInterview, goToQueue } from '../../session/go';
import { useGetting } from '../../session/models/getting';
import { openInterview } from '../../session/openInterview';
import { enqueueProject, isActive, useQueue } from '../../session/queue/queue';
import { useSession } from '../../session/useSession';
import { ErrorNote } from '../../ui/ErrorNote';
import { RecommendedModel } from '../models/RecommendedModel';
import { DEMO_MODEL, isFile } from '../models/describeModel';
import { HowItWorks } from './HowItWorks';
import type { Sources } from './NewInterview';
import { realModels } from './transcriptionChoice';
import { Working } from './Working';

/** Anyone may open the demo, since its interview is made up. */
const DEMO_PASSPHRASE = 'demo';

/** Shows where to begin in an empty window. */
export function Welcome({ onNew }: { onNew: (sources: Sources) => void }) {
  const choose = async (kind: 'recording' | 'transcript') => {
    const { path } = await call('window.chooseFile', { kind });
    if (path !== null) onNew({ recording: null, transcript: null, [kind]: path });
  };
  return (
    <div className="welcome">
      <QueueNote />
      <section className="drop-here">
        <h1>{t('Drop a recording here')}</h1>
        <p className="soft">
          {t('Video or sound. It stays on this machine, encrypted, and so does all you do with it.')}
        </p>
        <div className="row">
          <Button className="button primary" onPress={() => void choose('recording')}>
            {t('Choose a recording…')}
          </Button>
          <Button className="button" onPress={() => void choose('transcript')}>
            {t('Choose a transcript…')}
          </Button>
          <Button className="button" onPress={() => goToQueue()}>
            {t('Several recordings…')}
          </Button>
        </div>
      </section>
      <HowItWorks />
      <div className="columns">
        <section className="stack tight">
          <h2>{t('Go on with an interview')}</h2>
          <p className="soft">{t('An interview file ends in .withheld. You need its passphrase.')}</p>
          <div className="row">
            <Button className="button" onPress={() => void chooseInterview()}>
              {t('Open…')}
            </Button>
          </div>
        </section>
        <Demo />
      </div>
      {/* Its need is known only a moment later. It stands last, so that no button moves under a pointer then. */}
      <FirstModel />
    </div>
  );
}

/** Shows the way to a model for real voices when only the demo can be transcribed. */
function FirstModel() {
  const { language, model } = useSession(({ settings }) => settings);
  const { models } = useModels(language);
  const came = useGetting((state) => state.came);
  const isMissing = models !== null && !isFile(model) && realModels(models).length === 0;
  const told =
    came !== null && !isMissing
      ? t('The model {name} is here: recordings can be transcribed.', { name: came })
      : null;
  return (
    <>
      {/* This element stays, so that screen readers tell what comes into it. */}
      <p role="status" className={told === null ? 'visually-hidden' : 'soft'}>
        {told}
      </p>
      {isMissing && (
        <section className="stack tight" aria-labelledby="first-model">
          <h2 id="first-model">{t('To transcribe, a model is needed')}</h2>
          <p className="soft">
            {t('A file that knows how speech sounds. There is none for real voices on this machine yet.')}
          </p>
          <RecommendedModel models={models} />
        </section>
      )}
    </>
  );
}

/** Goes from a recording to a transcript, with an interview that nobody gave. */
function Demo() {
  const { models, error, look } = useModels();
  const job = useJob('project.create');
  const button = useRef<HTMLButtonElement>(null);
  const start = async (media: string) => {
    const { path } = await call('window.chooseNew', { name: t('Demo interview') });
    if (path === null) return;
    await openInterview(path, (show) =>
      job.start({ path, passphrase: DEMO_PASSPHRASE, media }, async (made) => {
        if (!(await show(made))) return;
        enqueueProject(made.project, path, { model: DEMO_MODEL, language: 'en', prompt: '' });
      }),
    );
  };
  return (
    <section className="stack tight">
      <h2>{t('See how it works')}</h2>
      <p className="soft">
        {t(
          'A made-up telephone call of two minutes, with a small model that knows its voices. Its passphrase is “{passphrase}”.',
          { passphrase: DEMO_PASSPHRASE },
        )}
      </p>
      <div className="row">
        <Button
          ref={button}
          className="button"
          isDisabled={!models || job.running}
          onPress={() => void (models && start(models.demo))}
        >
          {t('Try the demo interview')}
        </Button>
      </div>
      {job.running && <Working progress={job.progress} onCancel={job.cancel} returnTo={button} />}
      {job.error && <ErrorNote error={job.error} onDismiss={job.reset} />}
      {error && <ErrorNote error={error} onRetry={look} />}
    </section>
  );
}

function QueueNote() {
  const items = useQueue((state) => state.items);
  if (items.length === 0) return null;
  const left = items.filter(isActive).length;
  return (
    <div className="row queue-note">
      <span role="status">
        {left > 0
          ? t('Transcribing: {left} of {all} still to do.', { left, all: items.length })
          : t('All in the queue has ended.')}
      </span>
      <Button className="button" onPress={() => goToQueue()}>
        {t('Show the queue')}
      </Button>
    </div>
  );
}
