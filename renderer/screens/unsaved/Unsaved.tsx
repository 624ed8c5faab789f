import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { counted } from '../../ui/entityWords';
import { SaveCopy } from './SaveCopy';

/** Says that changes are on the screen only, why, and what can be done about it. */
export function Unsaved() {
  const interview = useInterview();
  const refusal = useInterviewState((state) => state.refusal);
  const waiting = useInterviewState((state) => state.saving);
  const [tried, setTried] = useState<'trying' | 'in vain' | null>(null);
  if (!refusal) return null;
  const tryAgain = async () => {
    setTried('trying');
    await interview.tryAgain();
    setTried('in vain');
  };
  return (
    <section className="error-note" aria-label="Not saved">
      <p role="alert">
        <strong>Not saved. {refusal.message}</strong> {refusal.next}
      </p>
      <details>
        <summary>Details</summary>
        <code>{refusal.code}</code>
      </details>
      <div className="row">
        <Button className="button" isDisabled={tried === 'trying'} onPress={() => void tryAgain()}>
          Try again
        </Button>
        <SaveCopy />
        <span role="status">
          {tried === 'in vain' && 'Still not saved. '}
          {counted(waiting, 'change')} on the screen only.
        </span>
      </div>
    </section>
  );
}
