import { useSyncExternalStore } from 'react';

/** A window that is low, or seen large: the style sheets ask for the same. */
const LOW = matchMedia('(height < 36rem)');

const follow = (changed: () => void) => {
  LOW.addEventListener('change', changed);
  return () => LOW.removeEventListener('change', changed);
};

/** Tells whether there is so little height that all of it goes to the work. */
export const useLowWindow = (): boolean => useSyncExternalStore(follow, () => LOW.matches);
