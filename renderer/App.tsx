import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { startEvents } from './session/calls/call';
import { takeFile } from './session/go';
import { followQueue } from './session/queue/queue';
import { loadSettings } from './session/settings';
import { useLockWhenIdle } from './session/useLockWhenIdle';
import { useMenus } from './session/useMenus';
import { openInterviewOf, useSession } from './session/useSession';
import { useWindowEvents } from './session/useWindowEvents';
import { InterviewScreen } from './screens/InterviewScreen';
import { KeysSheet } from './screens/KeysSheet';
import { ModelsSheet } from './screens/ModelsSheet';
import { Queue } from './screens/Queue';
import { SettingsDialog } from './screens/SettingsDialog';
import { Start } from './screens/Start';
import { Trouble } from './screens/Trouble';
import type { Sources } from './screens/start/NewInterview';
import { Boundary } from './ui/Boundary';
import { DropZone } from './ui/DropZone';

/** The window: one screen at a time, and what lies on top of every screen. */
export function App() {
  const screen = useSession((state) => state.screen);
  const interview = useSession(openInterviewOf);
  const locale = useSession((state) => state.locale);
  const theme = useSession((state) => state.settings.theme);
  const lockAfter = useSession((state) => state.settings.lockAfter);
  // Chosen files outlive a change of language, which draws everything anew.
  const [sources, setSources] = useState<Sources | null>(null);
  if (screen !== 'start' && sources !== null) setSources(null);

  useEffect(() => void loadSettings(), []);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useWindowEvents();
  useEffect(followQueue, []);
  useLockWhenIdle(lockAfter);
  useMenus();
  // By now the effects of the components in here and above have run, so everybody is listening.
  useEffect(startEvents, []);

  return (
    // This also sets the language of what its parts say by themselves, above all to screen readers.
    <I18nProvider locale={locale}>
      {/* A new language draws everything anew, since messages are no React state. */}
      <DropZone key={locale} onDrop={(file) => takeFile(window.withheld.pathOf(file))}>
        <Trouble />
        <Boundary>
          {screen === 'interview' && interview ? (
            <InterviewScreen key={interview.project} />
          ) : screen === 'queue' ? (
            <Queue />
          ) : (
            <Start sources={sources} onSources={setSources} />
          )}
        </Boundary>
        <KeysSheet />
        <ModelsSheet />
        <SettingsDialog />
      </DropZone>
    </I18nProvider>
  );
}
