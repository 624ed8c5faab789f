import { useState } from 'react';
import { Button } from 'react-aria-components';
import { type Model, type Models, useModels } from '../session/models/useModels';
import {
  addModelFile,
  FILE,
  forgetFailure,
  pauseModel,
  removeModel,
  useGetting,
} from '../session/models/getting';
import { closeSheet } from '../session/notices';
import { useSession } from '../session/useSession';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNote } from '../ui/ErrorNote';
import { ProgressNote } from '../ui/ProgressNote';
import { Sheet } from '../ui/Sheet';
import { ByHand } from './models/ByHand';
import { GetModel } from './models/GetModel';
import { RecommendedModel } from './models/RecommendedModel';
import { DEMO_MODEL, describeModel, gigabytes } from './models/describeModel';

/** All models: which are here, what each is for, and how they come and go. */
export function ModelsSheet() {
  const isOpen = useSession(({ dialog }) => dialog === 'models');
  return (
    <Sheet title="Models" isOpen={isOpen} onClose={closeSheet}>
      <AllModels />
    </Sheet>
  );
}

function AllModels() {
  const language = useSession(({ settings }) => settings.language);
  const { models, error, look } = useModels(language);
  if (error) return <ErrorNote error={error} onRetry={look} />;
  if (!models) return null;
  const shown = models.models.filter(({ name, present }) => present || name !== models.recommended?.name);
  return (
    <div className="stack">
      <p>
        A model is a file that knows how speech sounds. Withheld downloads nothing unless you press Get, and
        then only that model.
      </p>
      <RecommendedModel models={models} />
      <ul className="models" aria-label="Models">
        {shown.map((model) => (
          <li key={model.name} className="model">
            <ModelRow model={model} models={models} />
          </li>
        ))}
      </ul>
      <FromFile />
      <ByHand models={models} />
    </div>
  );
}

function ModelRow({ model, models }: { model: Model; models: Models }) {
  const { name, present, bytes } = model;
  return (
    <>
      <div>
        <strong>{name}</strong>{' '}
        <span className="soft">
          {describeModel(model)}
          {name !== DEMO_MODEL && `; a file of ${gigabytes(bytes)}`}
        </span>
      </div>
      {!present ? <GetModel model={model} models={models} /> : <Here name={name} />}
    </>
  );
}

function Here({ name }: { name: string }) {
  const error = useGetting(({ of }) => of.get(name)?.error);
  const [asking, setAsking] = useState(false);
  return (
    <div className="stack tight">
      {error && <ErrorNote error={error} onDismiss={() => forgetFailure(name)} />}
      <div className="row">
        <span>{name === DEMO_MODEL ? 'Comes with the app' : 'On this machine'}</span>
        {name !== DEMO_MODEL && (
          <Button className="button quiet" onPress={() => setAsking(true)}>
            Remove<span className="visually-hidden"> {name}</span>
          </Button>
        )}
      </div>
      <ConfirmDialog
        title={`Remove the model ${name}?`}
        action="Remove it"
        instead="Keep it"
        isOpen={asking}
        onAct={() => void removeModel(name)}
        onClose={() => setAsking(false)}
      >
        Interviews that were transcribed with it stay as they are. What hears a recording again, as when an
        export is checked, needs it.
      </ConfirmDialog>
    </div>
  );
}

function FromFile() {
  const adding = useGetting(({ of }) => of.get(FILE));
  if (adding?.stop) return <ProgressNote progress={adding.progress} onCancel={() => pauseModel(FILE)} />;
  return (
    <div className="stack tight">
      {adding?.error && <ErrorNote error={adding.error} onDismiss={() => forgetFailure(FILE)} />}
      <div className="row">
        <Button className="button" onPress={() => void addModelFile()}>
          From a file…
        </Button>
        <span className="soft">It is copied to the others, and known by its digest.</span>
      </div>
    </div>
  );
}
