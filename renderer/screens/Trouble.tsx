import { useEffect } from 'react';
import { toAppErrorShape } from '../../shared/model/errors';
import { dismissTrouble, reportTrouble } from '../session/notices';
import { useSession } from '../session/useSession';
import { ErrorNote } from '../ui/ErrorNote';

/** Shows an error that no screen shows, such as that of a system dialog that did not open. */
export function Trouble() {
  const trouble = useSession((state) => state.trouble);
  useEffect(() => {
    const report = ({ reason }: PromiseRejectionEvent) => {
      const shape = toAppErrorShape(reason);
      if (shape.code !== 'CANCELLED') reportTrouble(shape);
    };
    window.addEventListener('unhandledrejection', report);
    return () => window.removeEventListener('unhandledrejection', report);
  }, []);
  return trouble && <ErrorNote error={trouble} onDismiss={dismissTrouble} />;
}
