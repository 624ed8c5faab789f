import { useEffect } from 'react';
import { toAppErrorShape } from '../../shared/model/errors';
import { useApp } from '../client/app';
import { ErrorNote } from './ErrorNote';

/** What went wrong where no screen tells of it itself, such as a dialog of the system that did not open. */
export function Trouble() {
  const trouble = useApp((state) => state.trouble);
  useEffect(() => {
    const hear = ({ reason }: PromiseRejectionEvent) => {
      const shape = toAppErrorShape(reason);
      if (shape.code !== 'CANCELLED') useApp.setState({ trouble: shape });
    };
    window.addEventListener('unhandledrejection', hear);
    return () => window.removeEventListener('unhandledrejection', hear);
  }, []);
  return trouble && <ErrorNote error={trouble} onDismiss={() => useApp.setState({ trouble: null })} />;
}
