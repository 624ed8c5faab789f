import { useEffect, useRef } from 'react';
import { Label, RadioGroup } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import type { Settings } from '../../shared/contract/windowApi';
import { useModels } from '../session/models/useModels';
import { closeSheet } from '../session/notices';
import { changeSettings } from '../session/settings';
import { sessionNow, useSession } from '../session/useSession';
import { ErrorNote } from '../ui/ErrorNote';
import { Sheet } from '../ui/Sheet';
import { NamesModelSettings } from './settings/NamesModelSettings';
import { KeySettings } from './settings/KeySettings';
import { ModelChoice } from './start/ModelChoice';
import { Option } from './start/Option';
import './start/Start.css';

/** Edits the settings of this machine's user, which are about no interview. Each takes effect, and is kept, at once. */
export function SettingsDialog() {
  const isOpen = useSession(({ dialog }) => dialog === 'settings');
  const failure = useSession((state) => state.settingsFailure);
  const tryAgain = () => void changeSettings(sessionNow().settings);
  return (
    <Sheet title={t('Settings')} isOpen={isOpen} onClose={closeSheet}>
      <div className="stack roomy">
        {failure && <ErrorNote error={failure} onRetry={tryAgain} />}
        <Language />
        <Theme />
        <LockAfter />
        <DefaultModel />
        <NamesModelSettings />
        <KeySettings />
      </div>
    </Sheet>
  );
}

/** True when the language was changed here, so that the new drawing takes the keyboard where the old one had it. */
let changesLanguage = false;

function Language() {
  const locale = useSession((state) => state.settings.locale);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (changesLanguage) group.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
    changesLanguage = false;
  }, []);
  const change = async (chosen: Settings['locale']) => {
    changesLanguage = true;
    await changeSettings({ locale: chosen });
  };
  return (
    <RadioGroup
      ref={group}
      className="field options"
      value={locale}
      onChange={(chosen) => void change(chosen as Settings['locale'])}
    >
      <Label className="label">{t('Language of the app')}</Label>
      <Option value="system" name={t('As the system')} />
      <Option value="en" name="English" />
      <Option value="ru" name="Русский" />
    </RadioGroup>
  );
}

function Theme() {
  const theme = useSession((state) => state.settings.theme);
  return (
    <RadioGroup
      className="field options"
      value={theme}
      onChange={(chosen) => void changeSettings({ theme: chosen as Settings['theme'] })}
    >
      <Label className="label">{t('Appearance')}</Label>
      <Option value="system" name={t('As the system')} />
      <Option value="light" name={t('Light')} />
      <Option value="dark" name={t('Dark')} />
    </RadioGroup>
  );
}

/** Minutes until the interview is locked; 0 is never. */
const PAUSES = [1, 5, 10, 15, 30, 60, 0];

function LockAfter() {
  const lockAfter = useSession((state) => state.settings.lockAfter);
  const pauses = PAUSES.includes(lockAfter) ? PAUSES : [lockAfter, ...PAUSES];
  return (
    <label className="field narrow">
      <span className="label">{t('Lock the interview')}</span>
      <select
        value={lockAfter}
        onChange={({ target }) => void changeSettings({ lockAfter: Number(target.value) })}
      >
        {pauses.map((minutes) => (
          <option key={minutes} value={minutes}>
            {minutes === 0
              ? t('only when I say so')
              : t('after {minutes, plural, one {# minute} other {# minutes}} without use', { minutes })}
          </option>
        ))}
      </select>
      {lockAfter === 0 && (
        <span className="soft">{t('Whoever finds the machine running can then read what is open.')}</span>
      )}
    </label>
  );
}

function DefaultModel() {
  const { model, language } = useSession((state) => state.settings);
  const { models, error, look } = useModels(language);
  return (
    <section className="stack tight" aria-label={t('Model for new transcriptions')}>
      {error && <ErrorNote error={error} onRetry={look} />}
      <ModelChoice
        label={t('Model for new transcriptions')}
        value={model}
        onChange={(chosen) => void changeSettings({ model: chosen })}
        models={models}
      />
    </section>
  );
}
