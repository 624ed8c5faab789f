import { localeFor } from '../../shared/messages/messages';
import { chooseLocale, namedLocale } from '../system/chooseLocale';
import type { SettingsStore } from './windowHandlers';

/**
 * Makes the app speak the language that the settings name, or else the system's: the first of `languages`, tags in the
 * order in which the person prefers them.
 * @returns a function that does so again after the settings were changed.
 */
export function speakAs(settings: Pick<SettingsStore, 'get'>, languages: readonly string[]): () => void {
  const system = namedLocale() ?? localeFor(languages[0] ?? '');
  const speak = () => {
    const { locale } = settings.get();
    chooseLocale(locale === 'system' ? system : locale);
  };
  speak();
  return speak;
}
