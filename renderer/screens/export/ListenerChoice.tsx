import { t } from '../../../shared/messages/messages';
import { useModels } from '../../session/models/useModels';
import { useInterviewState } from '../../session/useInterview';
import { DEMO_MODEL } from '../models/describeModel';
import { useExporter } from './exportState';

interface Props {
  value: string;
  isDisabled: boolean;
}

/**
 * Chooses the model that listens to what was exported. It is offered where there is another model than the one that
 * wrote the transcript: what that one misheard once, it may mishear again.
 */
export function ListenerChoice({ value, isDisabled }: Props) {
  const exporter = useExporter();
  const { models } = useModels();
  const own = useInterviewState(({ document }) => document.transcription?.settings.model.name);
  const others = (models?.models ?? []).filter(
    ({ name, present }) => present && name !== own && name !== DEMO_MODEL,
  );
  if (others.length === 0) return null;
  return (
    <div className="field export-narrow">
      <label htmlFor="listener">{t('Who listens to it afterwards')}</label>
      <select
        id="listener"
        disabled={isDisabled}
        value={value}
        onChange={({ target }) => exporter.change({ listener: target.value })}
      >
        <option value="">
          {own === undefined ? t('Nobody: no model transcribed it') : t('The model that transcribed it')}
        </option>
        {others.map(({ name, kind }) => (
          <option key={name} value={name}>
            {kind === 'parakeet' ? t('{name}, a Parakeet model', { name }) : name}
          </option>
        ))}
      </select>
    </div>
  );
}
