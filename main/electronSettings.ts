import ElectronStore, { type Options } from 'electron-store';
import type { IpcMain } from 'electron';
import * as z from 'zod';
import { t } from '../shared/messages/messages';
import { AppError } from '../shared/model/errors';
import { settingsSchema, type Settings } from '../shared/contract/windowApi';
import type { SettingsStore } from './window/windowHandlers';

/** Opens the settings of this machine's user: `settings.json` in the app's own folder, readable by that user only. */
export function electronSettings(ipcMain: IpcMain): SettingsStore {
  const { properties } = z.toJSONSchema(settingsSchema, { io: 'input' });
  const store = new ElectronStore<Settings>({
    name: 'settings',
    schema: properties as NonNullable<Options<Settings>['schema']>,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: true,
    configFileMode: 0o600,
  });
  // This listener of electron-store would tell any page the path of that folder.
  ipcMain.removeAllListeners('electron-store-get-data');
  const get = () => settingsSchema.parse(store.store);
  return {
    get,
    set: (changes) => {
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      try {
        store.store = settingsSchema.parse({ ...store.store, ...Object.fromEntries(given) });
      } catch (cause) {
        throw new AppError(
          'FILE_NOT_WRITABLE',
          t('The settings could not be kept; they hold until the app is closed.'),
          t('See that the disk with your user folder has space and can be written to, then try again.'),
          { cause },
        );
      }
      return get();
    },
  };
}
