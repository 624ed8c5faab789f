import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { ACTION_NAMES, ACTIONS, groupName, keysOf } from '../../shared/contract/actions';
import { t } from '../../shared/messages/messages';
import { actionOf, FIXED_KEYS, labelOfKey } from '../session/keys';
import { closeSheet, openSheet } from '../session/notices';
import { sessionNow, useSession } from '../session/useSession';
import { isWriting } from '../ui/isWriting';
import { listFormat } from '../../shared/text/listed';
import { Sheet } from '../ui/Sheet';
import './KeysSheet.css';

/** Lists all keys by what they are for. Their keys open this and the settings wherever nobody writes. */
export function KeysSheet() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { settings, dialog } = sessionNow();
      const action = actionOf(event, settings.keys);
      if (event.defaultPrevented || dialog !== null || (action !== 'keys' && action !== 'settings')) return;
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && isWriting(event.target)) return;
      event.preventDefault();
      openSheet(action);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  const isOpen = useSession(({ dialog }) => dialog === 'keys');
  return (
    <Sheet title={t('Keys')} isOpen={isOpen} onClose={closeSheet}>
      <KeyList />
      <div className="row">
        <Button className="button" onPress={() => openSheet('settings')}>
          {t('Change keys…')}
        </Button>
      </div>
    </Sheet>
  );
}

function KeyList() {
  const custom = useSession((state) => state.settings.keys);
  const rows = [
    ...ACTION_NAMES.map((action) => ({ ...ACTIONS[action], keys: keysOf(action, custom) })),
    ...FIXED_KEYS,
  ];
  const groups = [...new Set(rows.map(({ group }) => group))];
  return groups.map((group) => (
    <section key={group} aria-labelledby={`keys-${group}`}>
      <h3 id={`keys-${group}`}>{groupName(group)}</h3>
      <dl className="key-list">
        {rows
          .filter((row) => row.group === group)
          .map(({ label, keys }) => (
            <div key={label()}>
              <dt>{label()}</dt>
              <dd>
                <EitherKey keys={keys} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  ));
}

/** Shows several keys that do the same: “F1 or F2”. */
function EitherKey({ keys }: { keys: readonly string[] }) {
  const parts = listFormat('or').formatToParts(keys.map((key) => labelOfKey(key)));
  return parts.map(({ type, value }, i) =>
    // The text between them is no key. The parts never change their places, so their numbers can be their keys.
    type === 'element' ? <kbd key={i}>{value}</kbd> : <span key={i}>{value}</span>,
  );
}
