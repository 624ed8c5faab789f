import { t } from '../../../shared/messages/messages';
import { loseUnsaved, stayInInterview } from '../../session/leaveInterview';
import { isQuestionOpen, leavingIn } from '../../session/stage';
import { useInterviewState } from '../../session/useInterview';
import { useSession } from '../../session/useSession';
import { ConfirmDialog } from '../../ui/ConfirmDialog';

/** Asks before an interview is closed or locked while its file has not taken all changes. */
export function LeavingDialog() {
  const leaving = useSession(({ stage }) => (isQuestionOpen(stage) ? leavingIn(stage) : null));
  const refusal = useInterviewState((state) => state.refusal);
  // Every change is on its way for a moment, and only those that the file did not take are counted.
  const count = useInterviewState((state) => (state.refusal ? state.saving : 0));
  const locks = leaving === 'lock';
  return (
    <ConfirmDialog
      title={
        locks
          ? t('Not locked: {count, plural, one {# change} other {# changes}} would be lost', { count })
          : t('{count, plural, one {# change} other {# changes}} would be lost', { count })
      }
      action={
        locks
          ? t('Lock and lose {count, plural, one {# change} other {# changes}}', { count })
          : t('Close and lose {count, plural, one {# change} other {# changes}}', { count })
      }
      instead={t('Keep it open')}
      isOpen={leaving !== null && refusal !== null}
      onAct={() => void loseUnsaved()}
      onClose={stayInInterview}
    >
      <p>
        {refusal?.message} {t('What was changed since is on the screen only.')}
      </p>
      <p>{t('Keep the interview open, and try again or save a copy elsewhere.')}</p>
    </ConfirmDialog>
  );
}
