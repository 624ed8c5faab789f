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
/** What the system does of itself. Electron would name it in English. */
const role = (name: NonNullable<Item['role']>, label: string): Item => ({ role: name, label });

/** What asks for more before it does anything. */
const ASKING: ReadonlySet<Action> = new Set(['export', 'find', 'goToTime', 'settings']);

/**
 * The menus as each platform has them. What concerns the interview is sent to the page as an action; what belongs to a
 * text field or the window is the system's. Keys that can be chosen are shown here and heard by the page, which knows
 * what has them where it is: a text field keeps its own undo, and a `?` can be written.
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

/** The key of an action as Electron writes it; null where there is none to show. */
function shownKey(action: Action, keys: ChosenKeys, platform: NodeJS.Platform): string | null {
  const all = keysOf(action, keys);
  // Of several, the one that the platform's people know.
  const chord = platform === 'win32' && all.includes('Mod+Y') ? 'Mod+Y' : all[0];
  if (chord === undefined) return null;
  // `Mod++` has a plus for its key.
  const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
  const names = parts.map((part) => NAMES[part] ?? part);
  const key = names.at(-1) ?? '';
  // A Mac hears the keys of menus whatever is asked, behind the page: those that write or leave something stay out.
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
/** What Electron takes for a key; for anything else it would show none and complain. */
const KNOWN =
  /^(?:[\x21-\x7e]|F\d+|Plus|Esc|Enter|Space|Tab|Backspace|Delete|Insert|Up|Down|Left|Right|Home|End|PageUp|PageDown)$/u;
