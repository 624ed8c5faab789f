import { useEffect } from 'react';
import type { MenuAction } from '../../shared/contract/events';
import { onEvent } from './calls/call';
import { askToOpen, chooseInterview, goToStart } from './go';
import { actionOf } from './keys';
import { closeInterview, lock } from './leaveInterview';
import { openSheet } from './notices';
import { sessionNow } from './useSession';

/** Does what the system, the menus and the lock's key ask for, whatever is on the screen. */
export function useWindowEvents(): void {
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'lock') void lock();
        else if (event.type === 'openFile') askToOpen(event.path);
        else if (event.type === 'menu') act(event.action);
      }),
    [],
  );
  useEffect(() => {
    window.addEventListener('keydown', lockByKey, { capture: true });
    return () => window.removeEventListener('keydown', lockByKey, { capture: true });
  }, []);
}

/** Locks wherever the person is and whatever is open on top, since somebody may have come in. */
function lockByKey(event: KeyboardEvent): void {
  if (actionOf(event, sessionNow().settings.keys) !== 'lock') return;
  event.preventDefault();
  event.stopPropagation();
  void lock();
}

/**
 * Does what menus ask for outside of an interview. The interview's screen does the rest, and the start its own part.
 */
function act(action: MenuAction): void {
  const { screen } = sessionNow();
  if (screen === 'interview' && (action === 'new' || action === 'close')) void closeInterview();
  if (screen === 'queue' && action === 'new') goToStart();
  if (screen !== 'start' && action === 'open') void chooseInterview();
  if (action === 'lock') void lock();
  if (action === 'keys' || action === 'settings') openSheet(action);
}
