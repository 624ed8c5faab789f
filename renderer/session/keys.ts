import { t } from '../../shared/messages/messages';
import {
  ACTION_NAMES,
  ACTIONS,
  keysOf,
  type Action,
  type ActionInfo,
  type ChosenKeys,
} from '../../shared/contract/actions';

/** The part of a `KeyboardEvent` that says which keys are pressed. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Keys that are always the same. */
export const FIXED_KEYS: readonly ActionInfo[] = [
  { group: 'marking', label: () => t('Hold to see the words underneath'), keys: ['Alt'] },
  { group: 'edge', label: () => t('Move it by 0.01 s'), keys: ['ArrowLeft', 'ArrowRight'] },
  {
    group: 'edge',
    label: () => t('Move it by 0.1 s'),
    keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'],
  },
  {
    group: 'cover',
    label: () => t('Move it by 1 %'),
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  {
    group: 'cover',
    label: () => t('Change its size by 1 %'),
    keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'],
  },
  { group: 'cover', label: () => t('Remove it'), keys: ['Delete', 'Backspace'] },
  { group: 'review', label: () => t('Next suggestion'), keys: ['J', 'ArrowDown'] },
  { group: 'review', label: () => t('Previous suggestion'), keys: ['K', 'ArrowUp'] },
  { group: 'review', label: () => t('Withhold'), keys: ['Enter'] },
  { group: 'review', label: () => t('Withhold all of this name'), keys: ['Shift+Enter'] },
  { group: 'review', label: () => t('Keep'), keys: ['Backspace'] },
  { group: 'review', label: () => t('Play it'), keys: ['H', 'Space'] },
  { group: 'speakerMode', label: () => t('It is that speaker; go to the next line'), keys: ['1 – 9'] },
  { group: 'speakerMode', label: () => t('It is not known who speaks; go to the next line'), keys: ['0'] },
  { group: 'speakerMode', label: () => t('Two take turns from here on'), keys: ['A'] },
  { group: 'speakerMode', label: () => t('Split the line at the caret'), keys: ['Enter'] },
  { group: 'speakerMode', label: () => t('The line before, or behind'), keys: ['ArrowUp', 'ArrowDown'] },
  { group: 'speakerMode', label: () => t('Play or pause'), keys: ['Space'] },
  { group: 'writing', label: () => t('Split the line'), keys: ['Enter'] },
  {
    group: 'writing',
    label: () => t('At the start of a line: merge with the one before'),
    keys: ['Backspace'],
  },
];

/** The actions on selected words, or on their line, which only the transcript shows. */
export const OF_SELECTION: ReadonlySet<Action> = new Set([
  ...([
    'hear',
    'loop',
    'person',
    'place',
    'other',
    'keep',
    'accept',
    'refuse',
    'speaker',
    'split',
    'heading',
  ] as const),
]);

/** The actions whose keys may write a sign. They count only where nobody writes. */
const WHERE_NOBODY_WRITES: ReadonlySet<Action> = new Set(['keys', 'goToTime']);

/** Finds what a key does, by the keys that the person chose, or else by those of the app. */
export function actionOf(press: KeyPress, custom: ChosenKeys, mac = ON_MAC): Action | null {
  const chord = chordOf(press, mac);
  return chord === null ? null : actionAt(chord, custom);
}

function actionAt(chord: string, custom: ChosenKeys): Action | null {
  return ACTION_NAMES.find((action) => keysOf(action, custom).includes(chord)) ?? null;
}

/** Writes a key press down; null for a key that only changes others, and for the Windows key, which the system uses. */
export function chordOf(press: KeyPress, mac = ON_MAC): string | null {
  if (MODIFIERS.has(press.key) || (!mac && press.metaKey)) return null;
  const key = keyOf(press);
  const parts = [
    (mac ? press.metaKey : press.ctrlKey) && 'Mod',
    mac && press.ctrlKey && 'Ctrl',
    press.altKey && 'Alt',
    // Signs such as `?` need Shift on one keyboard and not on another, so Shift does not count with them.
    press.shiftKey && (key.length > 1 || /[A-Z0-9]/u.test(key)) && 'Shift',
  ];
  return [...parts, key].filter((part) => part !== false).join('+');
}

const MODIFIERS = new Set([
  'Control',
  'Meta',
  'Alt',
  'Shift',
  'AltGraph',
  'CapsLock',
  'Fn',
  'Dead',
  'Process',
]);

/**
 * Returns the name of a key. Latin letters count as they are typed. With Ctrl, Cmd or Alt, other letters and digits
 * count by their place: Ctrl+Z is the same key while one types Russian, and some keyboards have letters or signs where
 * digits are.
 */
function keyOf({ key, code, ctrlKey, metaKey, altKey }: KeyPress): string {
  if (/^[A-Za-z]$/u.test(key)) return key.toUpperCase();
  if (!ctrlKey && !metaKey && !altKey) return key === ' ' ? 'Space' : key;
  const placed = /^(?:Key|Digit|Numpad)(?<name>[A-Z0-9])$/u.exec(code)?.groups?.name;
  return placed ?? (key === ' ' ? 'Space' : key);
}

/** Says in a sentence why a key cannot be chosen for an action; null when it can. */
export function objectionTo(chord: string, action: Action, custom: ChosenKeys): string | null {
  const taken = actionAt(chord, custom);
  if (taken !== null && taken !== action)
    return t('That key is already “{action}”.', { action: ACTIONS[taken].label() });
  if (RESERVED.has(chord)) return t('That key belongs to the system or to writing text.');
  const [key, modifiers] = [chord.split('+').at(-1) ?? '', chord.split('+').slice(0, -1)];
  const writes = !modifiers.some((part) => part === 'Mod' || part === 'Ctrl' || part === 'Alt');
  if (writes && !/^F\d+$/u.test(key) && chord !== 'Escape' && !WHERE_NOBODY_WRITES.has(action)) {
    return t('That key is needed to write: take it together with Ctrl, Cmd or Alt, or take a function key.');
  }
  return null;
}

const RESERVED = new Set([
  ...['A', 'C', 'V', 'X', 'N', 'O', 'W', 'Q', 'H', 'M', '+', '-', '='].map((key) => `Mod+${key}`),
  ...['Mod+Tab', 'Mod+Shift+Tab', 'Alt+Tab', 'Alt+F4', 'Alt+Space', 'F11', 'Tab', 'Shift+Tab', 'Enter'],
]);

/** Writes a key as it stands on this platform's keyboards: `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export function labelOfKey(chord: string, mac = ON_MAC): string {
  // The key of `Mod++` is a plus.
  const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
  if (!mac) return parts.map(nameOf).join('+');
  const signs = ['Ctrl', 'Alt', 'Shift', 'Mod'].filter((part) => parts.slice(0, -1).includes(part));
  const key = parts.at(-1) ?? '';
  return signs.map((part) => MAC_SIGNS[part] ?? part).join('') + (MAC_SIGNS[key] ?? nameOf(key));
}

const nameOf = (part: string): string => (part === 'Space' ? t('Space') : (NAMES[part] ?? part));

const NAMES: Record<string, string> = {
  Mod: 'Ctrl',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };

/** True on a Mac; false where there is no window. */
export const ON_MAC =
  (globalThis as { navigator?: { platform?: string } }).navigator?.platform?.startsWith('Mac') ?? false;
