import { useCallback, useEffect, useState } from 'react';
import { toAppErrorShape, type AppErrorShape } from '../../../shared/model/errors';
import { call, type Result } from './call';

export type Models = Result<'models.list'>;
export type Model = Models['models'][number];

/** The models there are; looked for again when the window comes back, as somebody may have put one there. */
export function useModels(): { models: Models | null; error: AppErrorShape | null; look: () => void } {
  const [models, setModels] = useState<Models | null>(null);
  const [error, setError] = useState<AppErrorShape | null>(null);
  const look = useCallback(() => {
    call('models.list', {}).then(
      (found) => {
        setModels(found);
        setError(null);
      },
      (problem: unknown) => setError(toAppErrorShape(problem)),
    );
  }, []);
  useEffect(() => {
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [look]);
  return { models, error, look };
}
