import { Button, Label, RadioGroup } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { call } from '../../session/calls/call';
import type { Models } from '../../session/models/useModels';
import { openSheet } from '../../session/notices';
import { presentModels } from '../models/presentModels';
import { RecommendedModel } from '../models/RecommendedModel';
import { describeAmong, isFile } from '../models/describeModel';
import { fileNameOf } from './fileNames';
import { Option } from './Option';
import { realModels } from './transcriptionChoice';

interface Props {
  label?: string;
  /** The model's name, its file, or nothing. */
  value: string;
  onChange: (model: string) => void;
  models: Models | null;
}

/** Offers the models that can be used, says what they are like, and how to get others. */
export function ModelChoice({ label, value, onChange, models }: Props) {
  const choose = async () => {
    const { path } = await call('window.chooseFile', { kind: 'model' });
    if (path !== null) onChange(path);
  };
  if (!models) return null;
  const present = presentModels(models);
  const hasReal = realModels(models).length > 0 || isFile(value);
  // Where none is chosen it must be null: with any other value the keyboard does not reach the group.
  const chosen = isFile(value) || present.some(({ name }) => name === value) ? value : null;
  return (
    <div className="stack tight">
      {!hasReal && (
        <p>
          <strong>{t('There is no model for real voices on this machine yet.')}</strong>{' '}
          {t('A model is a file that knows how speech sounds; without one nothing can be transcribed.')}
        </p>
      )}
      {!hasReal && <RecommendedModel models={models} />}
      {(present.length > 0 || isFile(value)) && (
        <RadioGroup className="field options" value={chosen} onChange={onChange}>
          <Label className="label">{label ?? t('Model')}</Label>
          {present.map((model) => (
            <Option
              key={model.name}
              value={model.name}
              name={model.name}
              text={describeAmong(model, models)}
            />
          ))}
          {isFile(value) && <Option value={value} name={fileNameOf(value)} text={t('A file of your own')} />}
        </RadioGroup>
      )}
      {hasReal && <MissingRecommended models={models} />}
      <div className="row">
        <Button className="button" onPress={() => void choose()}>
          {t('Choose a model file…')}
        </Button>
        <Button className="button quiet" onPress={() => openSheet('models')}>
          {t('All models…')}
        </Button>
      </div>
    </div>
  );
}

/** Names the model that suits this machine and the language when only others are here. It can be got below the line. */
function MissingRecommended({ models }: { models: Models }) {
  const { recommended } = models;
  if (!recommended || presentModels(models).some(({ name }) => name === recommended.name)) return null;
  return (
    <details>
      <summary>{t('Recommended for this machine and language: {name}', { name: recommended.name })}</summary>
      <RecommendedModel models={models} />
    </details>
  );
}
