import { useEffect, useState } from 'react';
import { call } from './calls/call';
import { useInterview, useInterviewState } from './useInterview';

/** Milliseconds after the last mark until its edges are looked for in the recording: marking comes in bursts. */
const WAIT_MILLISECONDS = 3000;

/**
 * Has the edges of marks found that were made in a hurry, while nobody waits for it.
 * @returns whether that is going on.
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
      // An export finds what is missing then, and tells what went wrong with it.
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
