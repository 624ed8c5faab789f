import { useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { SaveCopy } from './SaveCopy';

/** Says that changes are only on the screen, why, and what can be done about it. */
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
    <section className="error-note" aria-label={t('Not saved')}>
      <p role="alert">
        <strong>
          {t('Not saved.')} {refusal.message}
        </strong>{' '}
        {refusal.next}
      </p>
      <details>
        <summary>{t('Details')}</summary>
        <code>{refusal.code}</code>
      </details>
      <div className="row">
        <Button className="button" isDisabled={tried === 'trying'} onPress={() => void tryAgain()}>
          {t('Try again')}
        </Button>
        <SaveCopy />
        <span role="status">
          {tried === 'in vain' && `${t('Still not saved.')} `}
          {t('{count, plural, one {# change is} other {# changes are}} on the screen only.', {
            count: waiting,
          })}
        </span>
      </div>
    </section>
  );
}
