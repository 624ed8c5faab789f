import { t } from '../../../shared/messages/messages';
import { nothingWithheld } from '../../../shared/leaks/undecidedWords';
import type { Undecided } from '../../../shared/model/undecided';
import { goToTab } from '../../session/go';
import { ConfirmDialog } from '../../ui/ConfirmDialog';

interface Props {
  undecided: Undecided;
  questions: readonly string[];
  isOpen: boolean;
  onExport: () => void;
  onClose: () => void;
}

/** Asks before anything undecided is published. */
export function AskUndecided({ undecided, questions, isOpen, onExport, onClose }: Props) {
  const { names, identities, linesWithoutSpeaker } = undecided;
  // If nothing else is undecided, names are still being looked for.
  const others = identities > 0 ? 'identities' : linesWithoutSpeaker > 0 ? 'transcript' : 'review';
  const tab = names > 0 ? 'review' : others;
  return (
    <ConfirmDialog
      title={t('Export what is not decided?')}
      action={t('Export anyway')}
      instead={t('Decide first')}
      isOpen={isOpen}
      onAct={onExport}
      onInstead={() => goToTab(tab)}
      onClose={onClose}
    >
      <ul className="export-open">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      {undecided.withheld === 0 && (
        <p>
          <strong>{nothingWithheld()}</strong>
        </p>
      )}
    </ConfirmDialog>
  );
}
