import { Button } from 'react-aria-components';
import type { ModelKind } from '../../shared/model/modelKind';
import { useModels } from '../session/models/useModels';

interface Props {
  /** Returns the text of the button for a model. */
  label: (name: string) => string;
  /** The only kind of model that is offered; all kinds without it. */
  kind?: ModelKind;
  onChoose: (name: string) => void;
}

/** Offers the models on this machine when the one that transcribed the recording is missing or of no use. */
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
