import { useEffect, useState } from 'react';
import { call } from './calls/call';
import { useInterview, useInterviewState } from './useInterview';

/** Milliseconds after the last mark until its edges are looked for in the recording, since marking comes in bursts. */
const WAIT_MILLISECONDS = 3000;

/**
 * Finds the edges of marks that were made in a hurry, while nobody waits for it.
 * @returns true while that is going on.
 */
export function useRefinedMarks(): boolean {
  const interview = useInterview();
  const rough = useInterviewState(
    ({ document }) => document.mentions.filter((mention) => mention.rough).length,
  );
  const [finding, setFinding] = useState(false);
  useEffect(() => {
    if (rough === 0) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      setFinding(true);
      // An export finds the edges that are missing then, and tells what went wrong with them.
      call('mark.refine', { project: interview.project }, { signal: controller.signal })
        .catch(() => undefined)
        .finally(() => setFinding(false));
    }, WAIT_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [interview, rough]);
  return finding;
}
