import { useState, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { ACTION_NAMES, ACTIONS, keysOf, type Action } from '../../../shared/contract/actions';
import { t } from '../../../shared/messages/messages';
import { chordOf, labelOfKey, objectionTo } from '../../session/keys';
import { changeSettings } from '../../session/settings';
import { useSession } from '../../session/useSession';
import { listed } from '../../../shared/text/listed';
import '../KeysSheet.css';

/** Lists the key of every action. Pressing another key changes it. */
export function KeySettings() {
  const keys = useSession((state) => state.settings.keys);
  const [taking, setTaking] = useState<Action | null>(null);
  const [objection, setObjection] = useState<{ action: Action; text: string } | null>(null);

  const begin = (action: Action) => {
    setTaking(action);
    setObjection(null);
  };
  const press = (action: Action, event: KeyboardEvent) => {
    // Tab moves on, as it does everywhere.
    if (taking !== action || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const chord = chordOf(event);
    if (chord === null) return;
    const text = objectionTo(chord, action, keys);
    setObjection(text === null ? null : { action, text });
    if (text !== null) return;
    setTaking(null);
    void changeSettings({ keys: { ...keys, [action]: chord } });
  };
  const reset = (action: Action) => {
    const { [action]: _, ...others } = keys;
    const texts = ACTIONS[action].keys.map((key) => objectionTo(key, action, others));
    const text = texts.find((one) => one !== null) ?? null;
    setObjection(text === null ? null : { action, text });
    if (text === null) void changeSettings({ keys: others });
  };
  return (
    <section className="stack tight" aria-labelledby="settable-keys">
      <h3 id="settable-keys">{t('Keys')}</h3>
      <p className="soft">{t('Press one to change it, then press the new key. Tab leaves it as it was.')}</p>
      <dl className="key-list">
        {ACTION_NAMES.map((action) => (
          <div key={action} className="key-setting">
            <dt>
              {ACTIONS[action].label()}
              {objection?.action === action && (
                <p className="objection" role="alert">
                  {objection.text}
                </p>
              )}
            </dt>
            <dd className="row">
              {Object.hasOwn(keys, action) && (
                <Button className="button quiet" onPress={() => reset(action)}>
                  {t('Reset')}
                  <span className="visually-hidden"> {ACTIONS[action].label()}</span>
                </Button>
              )}
              <button
                type="button"
                className="button numbers"
                aria-pressed={taking === action}
                onClick={() => begin(action)}
                onKeyDownCapture={(event) => press(action, event)}
                onBlur={() => setTaking(null)}
              >
                <span className="visually-hidden">{ACTIONS[action].label()}: </span>
                {taking === action
                  ? t('Press the new key')
                  : listed(
                      keysOf(action, keys).map((key) => labelOfKey(key)),
                      'or',
                    )}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {Object.keys(keys).length > 0 && (
        <div className="row">
          <Button className="button" onPress={() => void changeSettings({ keys: {} })}>
            {t('Reset all keys')}
          </Button>
        </div>
      )}
    </section>
  );
}
