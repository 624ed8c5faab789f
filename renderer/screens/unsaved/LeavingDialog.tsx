import { loseUnsaved, stayInInterview } from '../../session/leaveInterview';
import { isQuestionOpen, leavingIn } from '../../session/stage';
import { useInterviewState } from '../../session/useInterview';
import { useSession } from '../../session/useSession';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { counted } from '../../ui/entityWords';

/** Asks before an interview is closed, or locked, that has something which its file did not take. */
export function LeavingDialog() {
  const leaving = useSession(({ stage }) => (isQuestionOpen(stage) ? leavingIn(stage) : null));
  const refusal = useInterviewState((state) => state.refusal);
  const lost = counted(
    useInterviewState((state) => state.saving),
    'change',
  );
  return (
    <ConfirmDialog
      title={leaving === 'lock' ? `Not locked: ${lost} would be lost` : `${lost} would be lost`}
      action={`${leaving === 'lock' ? 'Lock' : 'Close'} and lose ${lost}`}
      instead="Keep it open"
      isOpen={leaving !== null && refusal !== null}
      onAct={() => void loseUnsaved()}
      onClose={stayInInterview}
    >
      <p>{refusal?.message} What was changed since is on the screen only.</p>
      <p>Keep the interview open, and try again or save a copy elsewhere.</p>
    </ConfirmDialog>
  );
}
