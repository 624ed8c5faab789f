import type { Settings } from '../../shared/contract/windowApi';
import { toAppErrorShape } from '../../shared/model/errors';
import { call } from './calls/call';
import { loadMessages } from './messages';
import { store } from './store';

export async function loadSettings(): Promise<void> {
  store.setState({ settings: await call('settings.get', {}) });
}

/** Changes settings. They take effect at once; if they cannot be kept, they last until the app is closed. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  store.setState(({ settings }) => ({ settings: { ...settings, ...change } }));
  try {
    store.setState({ settings: await call('settings.set', change), settingsFailure: null });
    if (change.locale !== undefined) await loadMessages();
  } catch (error) {
    store.setState({ settingsFailure: toAppErrorShape(error) });
  }
}
