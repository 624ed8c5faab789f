import { useEffect } from 'react';
import { call, onEvent, startListening } from './client/call';
import { closeInterview, lock, useApp } from './client/app';
import { useLockWhenIdle } from './client/useLockWhenIdle';
import { InterviewScreen } from './screens/InterviewScreen';
import { KeysSheet } from './screens/KeysSheet';
import { Queue } from './screens/Queue';
import { SettingsDialog } from './screens/SettingsDialog';
import { Start } from './screens/Start';
import { chooseInterview } from './screens/start/chooseInterview';
import { DropZone } from './ui/DropZone';

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
  // Effects of what is shown in here have run by now, and so have those above.
  useEffect(startListening, []);

  return (
    <DropZone>
      {screen === 'interview' && interview ? (
        <InterviewScreen key={interview.project} />
      ) : screen === 'queue' ? (
        <Queue />
      ) : (
        <Start />
      )}
      <KeysSheet />
      <SettingsDialog />
    </DropZone>
  );
}

/** What menus ask for outside of an interview; its own screen hears the rest. */
function act(action: string): void {
  const { screen } = useApp.getState();
  if (screen === 'interview' && (action === 'new' || action === 'close')) void closeInterview();
  // The start, where it is shown, hears of it itself.
  if (screen === 'interview' && action === 'open') void chooseInterview();
  if (action === 'lock') void lock();
  if (action === 'keys') useApp.setState({ dialog: 'keys' });
}
