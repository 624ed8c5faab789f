import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import type { AppErrorShape } from '../../shared/model/errors';

interface Props {
  error: AppErrorShape;
  onDismiss?: () => void;
  /** Tries again what failed. */
  onRetry?: () => void;
}

/** Says what happened and what to do, and gives the code for whoever is asked for help. */
export function ErrorNote({ error, onDismiss, onRetry }: Props) {
  return (
    <div className="error-note" role="alert">
      <p>
        <strong>{error.message}</strong> {error.next}
      </p>
      <details>
        <summary>{t('Details')}</summary>
        <code>{error.code}</code>
      </details>
      {onRetry && (
        <Button className="button" onPress={onRetry}>
          {t('Try again')}
        </Button>
      )}
      {onDismiss && (
        <Button className="button quiet" onPress={onDismiss}>
          {t('Dismiss')}
        </Button>
      )}
    </div>
  );
}
