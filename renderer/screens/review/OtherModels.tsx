import { Button } from 'react-aria-components';
import { useModels } from '../../session/models/useModels';

/** The models that are there, where the one that transcribed the recording is not. */
export function OtherModels({ onChoose }: { onChoose: (name: string) => void }) {
  const { models } = useModels();
  return (
    <div className="row">
      {models?.models.map(({ name }) => (
        <Button key={name} className="button" onPress={() => onChoose(name)}>
          Transcribe with {name}
        </Button>
      ))}
    </div>
  );
}
