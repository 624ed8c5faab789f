import type { BrowserWindowConstructorOptions, Session } from 'electron';

/** Describes our window: without Node, sandboxed, apart from its preload, in a session that is never on the disk. */
export function windowOptions(
  session: Session,
  preload: string,
  developing: boolean,
): BrowserWindowConstructorOptions {
  return {
    title: 'Withheld',
    width: 1280,
    height: 860,
    minWidth: 800,
    minHeight: 560,
    show: false,
    webPreferences: {
      preload,
      session,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: developing,
    },
  };
}
