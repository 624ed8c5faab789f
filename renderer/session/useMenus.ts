import { useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { ACTION_NAMES } from '../../shared/contract/actions';
import type { MenuAction } from '../../shared/contract/events';
import { call } from './calls/call';
import { OF_SELECTION } from './keys';
import type { Session } from './Session';
import { useSession } from './useSession';

/** Makes the menus offer what can be done on the current screen, with the keys that were chosen. */
export function useMenus(): void {
  const keys = useSession((state) => state.settings.keys);
  const locale = useSession((state) => state.locale);
  const possible = useSession(useShallow(possibleIn));
  useEffect(() => void call('window.showMenus', { keys, possible }), [keys, possible, locale]);
}

function possibleIn({ screen, tab }: Session): MenuAction[] {
  const always: MenuAction[] = ['new', 'open', 'lock', 'settings', 'keys'];
  if (screen !== 'interview') return always;
  const here = ACTION_NAMES.filter((action) => tab === 'transcript' || !OF_SELECTION.has(action));
  return [...new Set([...always, 'close' as const, ...here])];
}
