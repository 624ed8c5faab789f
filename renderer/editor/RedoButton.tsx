import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { stepName } from '../session/stepName';
import { useInterview, useInterviewState } from '../session/useInterview';

/** Does again what was taken back last, and says what that is; not there when nothing was. */
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
