import type { BrowserWindow, Clipboard, Dialog, FileFilter, Shell } from 'electron';
import type { Settings, windowApi } from '../../shared/contract/windowApi';
import { locale, messagesNow, t } from '../../shared/messages/messages';
import { RECORDING_ENDINGS, TRANSCRIPT_ENDINGS } from '../../shared/model/formats';
import type { HandlersOf } from '../app/Handlers';
import type { AppMenu } from './AppMenu';

/** Keeps the settings; `set` changes those that are given. */
export interface SettingsStore {
  get: () => Settings;
  set: (changes: { [K in keyof Settings]?: Settings[K] | undefined }) => Settings;
}

/** The parts of the system that the handlers need. */
export interface Desktop {
  dialog: Dialog;
  shell: Shell;
  clipboard: Clipboard;
  settings: SettingsStore;
  /** Makes the app speak the language that the settings name, from here on. */
  speak: () => void;
  /** The window that dialogs belong to. */
  window: () => BrowserWindow;
  /** Keeps the window from closing, if it is about to. */
  stay: () => void;
  menu: Pick<AppMenu, 'show'>;
}

const project = (): FileFilter => ({ name: t('Interview file'), extensions: ['withheld'] });
const all = (): FileFilter => ({ name: t('All files'), extensions: ['*'] });

/** The filters that the dialogs offer for each kind of file, in the language of the app. */
export const KINDS: Record<
  'recording' | 'transcript' | 'project' | 'model' | 'text' | 'namesModel' | 'voiceModel',
  () => FileFilter[]
> = {
  recording: () => [{ name: t('Recordings'), extensions: RECORDING_ENDINGS }, all()],
  transcript: () => [{ name: t('Transcripts'), extensions: [...TRANSCRIPT_ENDINGS] }, all()],
  project: () => [project()],
  model: () => [{ name: t('Models'), extensions: ['bin'] }, all()],
  text: () => [{ name: t('Text'), extensions: ['txt', 'md'] }, all()],
  namesModel: () => [{ name: t('Names models'), extensions: ['onnx'] }, all()],
  voiceModel: () => [{ name: t('Voice models'), extensions: ['onnx'] }, all()],
};

/** Answers calls that only a window can. Nothing that is opened or saved enters the system's list of recent files. */
export function windowHandlers({
  dialog,
  shell,
  clipboard,
  settings,
  speak,
  window,
  stay,
  menu,
}: Desktop): HandlersOf<typeof windowApi> {
  return {
    'window.chooseFile': async ({ kind }) => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        filters: KINDS[kind](),
        properties: ['openFile', 'dontAddToRecent'],
      });
      return { path: filePaths[0] ?? null };
    },
    'window.chooseRecordings': async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        filters: KINDS.recording(),
        properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
      });
      return { paths: filePaths };
    },
    'window.chooseNew': async ({ name }) => {
      const { filePath } = await dialog.showSaveDialog(window(), {
        defaultPath: `${fileNameFrom(name)}.withheld`,
        filters: [project()],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      });
      return { path: filePath || null };
    },
    'window.chooseFolder': async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      return { path: filePaths[0] ?? null };
    },
    'window.showInFolder': ({ path }) => {
      shell.showItemInFolder(path);
      return {};
    },
    'window.stay': () => {
      stay();
      return {};
    },
    'window.showMenus': (shown) => {
      menu.show(shown);
      return {};
    },
    'window.copy': async ({ text }) => {
      await clipboard.writeText(text);
      return {};
    },
    'settings.get': () => settings.get(),
    'window.messages': () => ({ locale: locale(), messages: messagesNow() }),
    'settings.set': (changes) => {
      const set = settings.set(changes);
      speak();
      return set;
    },
  };
}

/** Makes a name that every file system takes, without a folder in it. */
function fileNameFrom(name: string): string {
  return name.replace(/[\s\p{Cc}<>:"/\\|?*]+/gu, ' ').trim() || t('Interview');
}
