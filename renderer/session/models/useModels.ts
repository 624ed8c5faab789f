import { useCallback, useEffect, useState } from 'react';
import { toAppErrorShape, type AppErrorShape } from '../../../shared/model/errors';
import { useGetting } from './getting';
import { call, type Result } from '../calls/call';

export type Models = Result<'models.list'>;
export type Model = Models['models'][number];

/**
 * Lists the models. It looks again when one has come or gone, and when the window comes back, since somebody may have
 * put one there.
 * @param language the spoken language, which decides what is recommended.
 */
export function useModels(language = 'auto'): {
  models: Models | null;
  error: AppErrorShape | null;
  look: () => void;
} {
  const [models, setModels] = useState<Models | null>(null);
  const [error, setError] = useState<AppErrorShape | null>(null);
  const changes = useGetting((state) => state.changes);
  const look = useCallback(() => {
    // A code that is still being typed does not count yet.
    call('models.list', /^[a-z]{2,8}$/u.test(language) ? { language } : {}).then(
      (found) => {
        setModels(found);
        setError(null);
      },
      (problem: unknown) => setError(toAppErrorShape(problem)),
    );
  }, [language]);
  useEffect(() => {
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [look, changes]);
  return { models, error, look };
}
