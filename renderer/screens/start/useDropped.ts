import { useEffect, useEffectEvent } from 'react';
import { takeDropped } from '../../session/go';
import { onSession, sessionNow } from '../../session/useSession';

/** Takes dropped files, all of one drop together. This includes a drop from before this was on the screen. */
export function useDropped(take: (paths: readonly string[]) => void): void {
  const taken = useEffectEvent(take);
  useEffect(() => {
    const collect = () => {
      if (sessionNow().dropped.length === 0) return;
      // The files of one drop come one after another.
      queueMicrotask(() => {
        const paths = takeDropped();
        if (paths.length > 0) taken(paths);
      });
    };
    collect();
    return onSession(collect);
  }, []);
}
