import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { ACTION_NAMES, ACTIONS, keysOf } from '../../shared/contract/actions';
import { actionOf, FIXED_KEYS, labelOfKey } from '../session/keys';
import { closeSheet, openSheet } from '../session/notices';
import { sessionNow, useSession } from '../session/useSession';
import { isWriting } from '../ui/isWriting';
import { Sheet } from '../ui/Sheet';
import './KeysSheet.css';

/** All keys, by what they are for. It and the settings open by their keys wherever nobody writes. */
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
    <Sheet title="Keys" isOpen={isOpen} onClose={closeSheet}>
      <KeyList />
      <div className="row">
        <Button className="button" onPress={() => openSheet('settings')}>
          Change keys…
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
    <section key={group} aria-labelledby={idOf(group)}>
      <h3 id={idOf(group)}>{group}</h3>
      <dl className="key-list">
        {rows
          .filter((row) => row.group === group)
          .map(({ label, keys }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {keys.map((key, i) => (
                  <span key={key}>
                    {i > 0 && ' or '}
                    <kbd>{labelOfKey(key)}</kbd>
                  </span>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  ));
}

const idOf = (group: string): string => `keys-${group.replaceAll(' ', '-')}`;
