import type { MenuItemConstructorOptions } from 'electron';
import {
  ACTION_NAMES,
  ACTIONS,
  keysOf,
  type Action,
  type ActionGroup,
  type ChosenKeys,
} from '../../shared/contract/actions';
import type { MenuAction } from '../../shared/contract/events';
import { t } from '../../shared/messages/messages';

type Item = MenuItemConstructorOptions;

export interface MenuOptions {
  platform: NodeJS.Platform;
  developing: boolean;
  keys: ChosenKeys;
  send: (action: MenuAction) => void;
}

const separator: Item = { type: 'separator' };
/** Makes an item for what the system does by itself. Electron would name it in English. */
const role = (name: NonNullable<Item['role']>, label: string): Item => ({ role: name, label });

/** Actions that ask for more before they do anything. */
const ASKING: ReadonlySet<Action> = new Set(['export', 'find', 'goToTime', 'settings']);

/**
 * Makes the menus as each platform has them. Items about the interview are sent to the page as actions; items of a text
 * field or the window are the system's. Keys that can be chosen are shown here, but the page listens for them, since it
 * knows what they mean at each place: a text field keeps its own undo, and a `?` can be written.
 */
export function menuTemplate({ platform, developing, keys, send }: MenuOptions): Item[] {
  const mac = platform === 'darwin';
  const item = (id: MenuAction, label: string, accelerator: string | null, more: Item = {}): Item => ({
    id,
    label,
    ...(accelerator !== null && { accelerator }),
    click: () => send(id),
    ...more,
  });
  const action = (id: Action): Item =>
    item(id, ASKING.has(id) ? `${ACTIONS[id].label()}…` : ACTIONS[id].label(), shownKey(id, keys, platform), {
      registerAccelerator: false,
    });
  const group = (name: ActionGroup): Item[] =>
    ACTION_NAMES.filter((id) => ACTIONS[id].group === name).map((id) => action(id));
  const application: Item = {
    label: 'Withheld',
    submenu: [
      role('about', t('About Withheld')),
      separator,
      action('settings'),
      separator,
      role('hide', t('Hide Withheld')),
      role('hideOthers', t('Hide others')),
      role('unhide', t('Show all')),
      separator,
      role('quit', t('Quit Withheld')),
    ],
  };
  return [
    ...(mac ? [application] : []),
    {
      label: t('&File'),
      submenu: [
        item('new', t('New interview'), 'CmdOrCtrl+N'),
        item('open', t('Open…'), 'CmdOrCtrl+O'),
        separator,
        action('export'),
        separator,
        action('lock'),
        item('close', t('Close interview'), 'CmdOrCtrl+W'),
        ...(mac ? [] : [separator, action('settings'), separator, role('quit', t('Quit Withheld'))]),
      ],
    },
    {
      label: t('&Edit'),
      submenu: [
        action('undo'),
        action('redo'),
        separator,
        role('cut', t('Cut')),
        role('copy', t('Copy')),
        role('paste', t('Paste')),
        role('selectAll', t('Select all')),
        separator,
        action('find'),
        action('heading'),
      ],
    },
    { label: t('&Listen'), submenu: group('listening') },
    { label: t('&Mark'), submenu: [...group('marking'), separator, ...group('speakers')] },
    {
      label: t('&View'),
      submenu: [
        role('resetZoom', t('Actual size')),
        role('zoomIn', t('Zoom in')),
        role('zoomOut', t('Zoom out')),
        separator,
        role('togglefullscreen', t('Full screen')),
        ...(developing ? [separator, role('toggleDevTools', t('Developer tools'))] : []),
      ],
    },
    ...(mac
      ? [
          {
            label: t('Window'),
            submenu: [
              role('minimize', t('Minimise')),
              role('zoom', t('Zoom the window')),
              role('front', t('Bring all to front')),
            ],
          },
        ]
      : []),
    { label: t('&Help'), submenu: [action('keys')] },
  ];
}

/** Returns the key of an action as Electron writes it; null when there is none to show. */
function shownKey(action: Action, keys: ChosenKeys, platform: NodeJS.Platform): string | null {
  const all = keysOf(action, keys);
  // If an action has several keys, the menu shows the one that people on the platform know.
  const chord = platform === 'win32' && all.includes('Mod+Y') ? 'Mod+Y' : all[0];
  if (chord === undefined) return null;
  // The key of `Mod++` is a plus.
  const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
  const names = parts.map((part) => NAMES[part] ?? part);
  const key = names.at(-1) ?? '';
  // A Mac always listens for the keys of menus, without the page, so keys that write or leave something stay out.
  if (platform === 'darwin' && names.length === 1 && !/^F\d+$/u.test(key)) return null;
  return KNOWN.test(key) ? names.join('+') : null;
}

const NAMES: Partial<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  Escape: 'Esc',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};
/** Keys that Electron knows; for any other it would show none and complain. */
const KNOWN =
  /^(?:[\x21-\x7e]|F\d+|Plus|Esc|Enter|Space|Tab|Backspace|Delete|Insert|Up|Down|Left|Right|Home|End|PageUp|PageDown)$/u;
