import { Button } from 'react-aria-components';
import type { AppErrorShape } from '../../shared/contract/errors';

/** What happened and what to do, and the code for whoever is asked for help. */
export function ErrorNote({ error, onDismiss }: { error: AppErrorShape; onDismiss?: () => void }) {
  return (
    <div className="error-note" role="alert">
      <p>
        <strong>{error.message}</strong> {error.next}
      </p>
      <details>
        <summary>Details</summary>
        <code>{error.code}</code>
      </details>
      {onDismiss && (
        <Button className="button quiet" onPress={onDismiss}>
          Dismiss
        </Button>
      )}
    </div>
  );
}
