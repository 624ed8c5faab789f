import { useSyncExternalStore } from 'react';

/** True of a low or magnified window, by the same query as in the style sheets. */
const LOW = matchMedia('(height < 36rem)');

const follow = (changed: () => void) => {
  LOW.addEventListener('change', changed);
  return () => LOW.removeEventListener('change', changed);
};

/** Tells whether the window is so low that all of its height goes to the work. */
export const useLowWindow = (): boolean => useSyncExternalStore(follow, () => LOW.matches);
