import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { stepName } from '../session/stepName';
import { useInterview, useInterviewState } from '../session/useInterview';

/** Takes back the last step, and says which it is. */
export function UndoButton() {
  const interview = useInterview();
  const label = useInterviewState((state) => state.undo);
  return (
    <Button className="button quiet" isDisabled={label === null} onPress={() => void interview.undo()}>
      {label === null ? t('Undo') : t('Undo: {step}', { step: stepName(label) })}
    </Button>
  );
}
