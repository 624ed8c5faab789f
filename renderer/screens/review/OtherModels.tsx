import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { useModels } from '../../session/models/useModels';

/** The models that are there, where the one that transcribed the recording is not. */
export function OtherModels({ onChoose }: { onChoose: (name: string) => void }) {
  const { models } = useModels();
  return (
    <div className="row">
      {models?.models.map(({ name }) => (
        <Button key={name} className="button" onPress={() => onChoose(name)}>
          {t('Transcribe with {name}', { name })}
        </Button>
      ))}
    </div>
  );
}
