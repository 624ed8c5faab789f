import { setLocale } from '../../shared/messages/messages';
import { call } from './calls/call';
import { store } from './store';

/** Loads the messages of the app's language. What is on the screen is drawn anew. */
export async function loadMessages(): Promise<void> {
  const { locale, messages } = await call('window.messages', {});
  setLocale(locale, messages);
  document.documentElement.lang = locale;
  store.setState({ locale });
}
