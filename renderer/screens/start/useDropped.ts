import { useEffect, useEffectEvent } from 'react';
import { useApp } from '../../client/app';

/** Takes the files that are dropped, all of one drop together, also one from before this was on the screen. */
export function useDropped(take: (paths: string[]) => void): void {
  const taken = useEffectEvent(take);
  useEffect(() => {
    let paths: string[] = [];
    const collect = (dropped: string | null) => {
      if (dropped === null) return;
      useApp.setState({ dropped: null });
      if (paths.push(dropped) > 1) return;
      queueMicrotask(() => {
        const all = paths;
        paths = [];
        taken(all);
      });
    };
    collect(useApp.getState().dropped);
    return useApp.subscribe(({ dropped }) => collect(dropped));
  }, []);
}
