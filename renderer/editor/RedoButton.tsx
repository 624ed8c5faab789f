import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { stepName } from '../session/stepName';
import { useInterview, useInterviewState } from '../session/useInterview';

/** Redoes the step that was taken back last, and says which it is. It is absent when there is none. */
export function RedoButton() {
  const interview = useInterview();
  const label = useInterviewState((state) => state.redo);
  if (label === null) return null;
  return (
    <Button className="button quiet" onPress={() => void interview.redo()}>
      {t('Redo: {step}', { step: stepName(label) })}
    </Button>
  );
}
