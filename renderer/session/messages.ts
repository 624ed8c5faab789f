import { setLocale } from '../../shared/messages/messages';
import { call } from './calls/call';
import { store } from './store';

/** Speaks the app's language from here on. What is shown is drawn anew. */
export async function loadMessages(): Promise<void> {
  const { locale, messages } = await call('window.messages', {});
  setLocale(locale, messages);
  document.documentElement.lang = locale;
  store.setState({ locale });
}
