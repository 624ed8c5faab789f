import { useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
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
import { DEMO_MODEL, describeAmong } from './models/describeModel';
import { presentModels } from './models/presentModels';

/** Shows all models: which are here, what each is for, and how they come and go. */
export function ModelsSheet() {
  const isOpen = useSession(({ dialog }) => dialog === 'models');
  return (
    <Sheet title={t('Models')} isOpen={isOpen} onClose={closeSheet}>
      <AllModels />
    </Sheet>
  );
}

function AllModels() {
  const language = useSession(({ settings }) => settings.language);
  const { models, error, look } = useModels(language);
  if (error) return <ErrorNote error={error} onRetry={look} />;
  if (!models) return null;
  return (
    <div className="stack">
      <p>
        {t(
          'A model is a file that knows how speech sounds. Withheld downloads nothing unless you press Get, and then only that model.',
        )}
      </p>
      <RecommendedModel models={models} />
      <ModelRows rows={presentModels(models)} models={models} label={t('On this machine')} />
      <OtherModels models={models} />
      <FromFile />
      <ByHand models={models} />
    </div>
  );
}

/** Lists all other models that could be got. Few people need to look through them. */
function OtherModels({ models }: { models: Models }) {
  const others = models.models.filter(({ name, present }) => !present && name !== models.recommended?.name);
  // A model that came in part must be seen, and where none is recommended, one is chosen here.
  const [isOpen] = useState(models.recommended === null || others.some(({ part }) => part !== undefined));
  if (others.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>
        {t('{count, plural, one {# other model} other {# other models}}', { count: others.length })}
      </summary>
      <ModelRows rows={others} models={models} label={t('Other models')} />
    </details>
  );
}

function ModelRows({ rows, models, label }: { rows: readonly Model[]; models: Models; label: string }) {
  return (
    <ul className="models" aria-label={label}>
      {rows.map((model) => (
        <li key={model.name} className="model">
          <ModelRow model={model} models={models} />
        </li>
      ))}
    </ul>
  );
}

function ModelRow({ model, models }: { model: Model; models: Models }) {
  const { name, present } = model;
  return (
    <>
      <div>
        <strong>{name}</strong> <span className="soft">{describeAmong(model, models)}</span>
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
        <span>{name === DEMO_MODEL ? t('Comes with the app') : t('On this machine')}</span>
        {name !== DEMO_MODEL && (
          <Button className="button quiet" onPress={() => setAsking(true)}>
            {t('Remove')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        )}
      </div>
      <ConfirmDialog
        title={t('Remove the model {name}?', { name })}
        action={t('Remove it')}
        instead={t('Keep it')}
        isOpen={asking}
        onAct={() => void removeModel(name)}
        onClose={() => setAsking(false)}
      >
        {t(
          'Interviews that were transcribed with it stay as they are. To hear a recording again, as when an export is checked, it is needed.',
        )}
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
          {t('From a file…')}
        </Button>
        <span className="soft">
          {t('It is copied to the other models. The app knows it by its contents, whatever its name.')}
        </span>
      </div>
    </div>
  );
}
