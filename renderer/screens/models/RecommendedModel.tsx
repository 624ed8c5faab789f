import { t } from '../../../shared/messages/messages';
import type { Models } from '../../session/models/useModels';
import { describeModel } from './describeModel';
import { GetModel } from './GetModel';
import './Models.css';

/** Shows the model that suits this machine and the language, why, and how to get it. It is absent when that is here. */
export function RecommendedModel({ models }: { models: Models }) {
  const { recommended } = models;
  const model = models.models.find(({ name }) => name === recommended?.name);
  if (!recommended || !model || model.present) return null;
  return (
    <section className="recommended stack tight" aria-label={t('Recommended model')}>
      <p>
        <strong>{t('Recommended: {name}.', { name: model.name })}</strong> {recommended.why}
      </p>
      <p className="soft">{describeModel(model)}</p>
      <GetModel model={model} models={models} primary />
    </section>
  );
}
