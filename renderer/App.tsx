import { useEffect } from 'react';
import type { MenuAction } from '../shared/contract/events';
import { call, onEvent, startListening } from './client/call';
import { actionOf } from './client/keys';
import { closeInterview, lock, useApp } from './client/app';
import { useMenus } from './client/useMenus';
import { useLockWhenIdle } from './client/useLockWhenIdle';
import { InterviewScreen } from './screens/InterviewScreen';
import { KeysSheet } from './screens/KeysSheet';
import { Queue } from './screens/Queue';
import { SettingsDialog } from './screens/SettingsDialog';
import { Start } from './screens/Start';
import { chooseInterview } from './screens/start/chooseInterview';
import { Boundary } from './ui/Boundary';
import { DropZone } from './ui/DropZone';
import { Trouble } from './ui/Trouble';

export function App() {
  const screen = useApp((state) => state.screen);
  const interview = useApp((state) => state.interview);
  const theme = useApp((state) => state.settings.theme);
  const lockAfter = useApp((state) => state.settings.lockAfter);

  useEffect(() => {
    void call('settings.get', {}).then((settings) => useApp.setState({ settings }));
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'lock') void lock();
        else if (event.type === 'openFile') useApp.setState({ asked: event.path, screen: 'start' });
        else if (event.type === 'menu') act(event.action);
      }),
    [],
  );
  useLockWhenIdle(lockAfter);
  useEffect(() => {
    window.addEventListener('keydown', lockByKey, { capture: true });
    return () => window.removeEventListener('keydown', lockByKey, { capture: true });
  }, []);
  useMenus();
  // Effects of what is shown in here have run by now, and so have those above.
  useEffect(startListening, []);

  return (
    <DropZone>
      <Trouble />
      <Boundary>
        {screen === 'interview' && interview ? (
          <InterviewScreen key={interview.project} />
        ) : screen === 'queue' ? (
          <Queue />
        ) : (
          <Start />
        )}
      </Boundary>
      <KeysSheet />
      <SettingsDialog />
    </DropZone>
  );
}

/** Wherever the person is, and whatever is open on top: somebody may have come in. */
function lockByKey(event: KeyboardEvent): void {
  if (actionOf(event, useApp.getState().settings.keys) !== 'lock') return;
  event.preventDefault();
  event.stopPropagation();
  void lock();
}

/** What menus ask for outside of an interview; its own screen hears the rest, and the start what concerns it. */
function act(action: MenuAction): void {
  const { screen } = useApp.getState();
  if (screen === 'interview' && (action === 'new' || action === 'close')) void closeInterview();
  if (screen === 'queue' && action === 'new') useApp.setState({ screen: 'start' });
  if (screen !== 'start' && action === 'open') void chooseInterview();
  if (action === 'lock') void lock();
  if (action === 'keys' || action === 'settings') useApp.setState({ dialog: action });
}
