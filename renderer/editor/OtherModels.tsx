import { Button } from 'react-aria-components';
import type { ModelKind } from '../../shared/model/modelKind';
import { useModels } from '../session/models/useModels';

interface Props {
  /** Says what is done with a model. */
  label: (name: string) => string;
  /** Only models of a kind come into question. */
  kind?: ModelKind;
  onChoose: (name: string) => void;
}

/** The models that are there, where the one that transcribed the recording is not, or is of no use. */
export function OtherModels({ label, kind, onChoose }: Props) {
  const { models } = useModels();
  const there = models?.models.filter((one) => one.present && (kind === undefined || one.kind === kind));
  return (
    <div className="row">
      {there?.map(({ name }) => (
        <Button key={name} className="button" onPress={() => onChoose(name)}>
          {label(name)}
        </Button>
      ))}
    </div>
  );
}
