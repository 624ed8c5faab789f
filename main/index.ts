import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  session,
  shell,
} from 'electron';
import { windowApi } from '../shared/contract/windowApi';
import { electronSettings } from './electronSettings';
import { createDispatcher } from './rpc/createDispatcher';
import { speakAs } from './window/speakAs';
import { systemProxy } from './window/systemProxy';
import { answerCalls } from './window/answerCalls';
import { AppMenu } from './window/AppMenu';
import { EVENT } from './window/channels';
import { EventQueue } from './window/EventQueue';
import { Jobs } from './window/Jobs';
import { keepAwake } from './window/keepAwake';
import { lockDownContents } from './window/lockDownContents';
import { lockDownSession } from './window/lockDownSession';
import { mayClose } from './window/mayClose';
import { NETWORK_SWITCHES } from './window/networkSwitches';
import { originsOf } from './window/origins';
import { projectFileIn } from './window/projectFileIn';
import { SCHEMES } from './window/schemes';
import { serveMedia } from './window/serveMedia';
import { servePage } from './window/servePage';
import { waitUntil } from './window/waitUntil';
import { windowHandlers } from './window/windowHandlers';
import { windowOptions } from './window/windowOptions';

/** Milliseconds for cancelled work to end, and as many for the page to close what is open; then the window goes. */
const LEAVE_MILLISECONDS = 3000;

// Only the person who runs this may read what is written, nobody else on the machine.
process.umask(0o077);
for (const [name, value] of NETWORK_SWITCHES) app.commandLine.appendSwitch(name, value);
app.enableSandbox();
protocol.registerSchemesAsPrivileged(SCHEMES);

const events = new EventQueue();
const openFile = (path: string | null): void => {
  if (path !== null) events.tell({ type: 'openFile', path });
};

// A second start hands its file to the first, and ends.
if (app.requestSingleInstanceLock()) {
  openFile(projectFileIn(process.argv, process.cwd()));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFile(path);
  });
  app.on('web-contents-created', (_, contents) => lockDownContents(contents));
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else app.quit();

async function start(): Promise<void> {
  const origins = originsOf(protocol);
  // A session without `persist:` in its name lives in memory, so what the page shows leaves nothing behind.
  const ours = session.fromPartition('withheld', { cache: false });
  for (const each of [session.defaultSession, ours]) lockDownSession(each, origins);

  const settings = electronSettings(ipcMain);
  const speak = speakAs(settings, app.getPreferredSystemLanguages());
  const developing = !app.isPackaged;
  const window = new BrowserWindow(windowOptions(ours, join(__dirname, 'preload.js'), developing));
  const contents = window.webContents;
  /** True when the page needs an answer before the window may close. */
  let stays = false;
  const menu = new AppMenu(Menu, {
    platform: process.platform,
    developing,
    send: (action) => events.tell({ type: 'menu', action }),
  });
  menu.show({ keys: {}, possible: [] });
  const jobs = new Jobs(keepAwake(powerSaveBlocker));
  const { dispatcher, playback, isOpen, close } = createDispatcher({
    onDefect: (defect) => {
      // This is for whoever mends the defect. It is off by default, because a foreign error may quote anything.
      if (process.env.WITHHELD_DEBUG) console.error(defect);
    },
    onEvent: events.tell,
    systemProxy: systemProxy(() => {
      const asking = session.fromPartition('withheld-proxy', { cache: false });
      lockDownSession(asking, origins);
      return asking;
    }),
    more: {
      api: windowApi,
      handlers: windowHandlers({
        dialog,
        shell,
        clipboard,
        settings,
        speak,
        window: () => window,
        stay: () => (stays = true),
        menu,
      }),
    },
  });
  answerCalls(ipcMain, contents, origins.page, {
    dispatch: (message, onProgress) => dispatcher.dispatch(message, onProgress),
    jobs,
    tell: events.tell,
  });
  ours.protocol.handle('app', servePage(join(__dirname, 'renderer'), origins));
  ours.protocol.handle('media', serveMedia(playback, origins));
  app.on('second-instance', (_, args, folder) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    openFile(projectFileIn(args, folder));
  });
  app.on('will-quit', () => void close());
  for (const event of ['lock-screen', 'suspend'] as const) {
    // `on` is overloaded by event name, and a union of two names fits no overload.
    powerMonitor.on(event as 'suspend', () => events.tell({ type: 'lock' }));
  }

  let leaving = false;
  const leave = async (): Promise<void> => {
    if (jobs.busy && !(await mayClose(dialog, window))) return;
    dispatcher.cancelAll();
    await jobs.settled(LEAVE_MILLISECONDS);
    // Only the page knows what was typed a moment ago. It saves that and closes what it shows, or it asks to stay.
    events.tell({ type: 'lock' });
    await waitUntil(() => stays || !isOpen(), LEAVE_MILLISECONDS);
    if (!stays) window.destroy();
  };
  window.on('close', (event) => {
    if (!jobs.busy && !isOpen()) return;
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    stays = false;
    void leave().finally(() => (leaving = false));
  });
  window.once('ready-to-show', () => window.show());
  contents.on('did-finish-load', () => events.connect((event) => contents.send(EVENT, event)));
  contents.on('render-process-gone', () => {
    // A new page knows nothing of what was open; what was done is in the project files.
    events.disconnect();
    void close().then(() => window.loadURL(`${origins.page}/`));
  });
  await window.loadURL(`${origins.page}/`);
}
