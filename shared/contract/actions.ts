import { t } from '../messages/messages';

/**
 * Everything that a key or a menu does to an interview, in the order of both. Keys are written `Mod+Shift+Z`; `Mod` is
 * Cmd on a Mac and Ctrl elsewhere. These keys hold unless the settings have one for the action.
 */
const LIST = {
  play: { group: 'listening', label: () => t('Play or pause'), keys: ['Escape'] },
  back: { group: 'listening', label: () => t('Back 3 seconds'), keys: ['F1'] },
  forward: { group: 'listening', label: () => t('Forward 3 seconds'), keys: ['F2'] },
  slower: { group: 'listening', label: () => t('Slower'), keys: ['F3'] },
  faster: { group: 'listening', label: () => t('Faster'), keys: ['F4'] },
  hear: { group: 'listening', label: () => t('Play the selection'), keys: ['F6'] },
  loop: { group: 'listening', label: () => t('Repeat the selection'), keys: ['F8'] },
  goToTime: { group: 'listening', label: () => t('Go to a time'), keys: ['Mod+G', 'G'] },
  largePicture: {
    group: 'listening',
    label: () => t('Make the picture large, or small again'),
    keys: ['F5'],
  },

  person: { group: 'marking', label: () => t('Withhold as a person'), keys: ['Mod+1'] },
  place: { group: 'marking', label: () => t('Withhold as a place'), keys: ['Mod+2'] },
  other: { group: 'marking', label: () => t('Withhold as something else'), keys: ['Mod+3'] },
  keep: { group: 'marking', label: () => t('Keep: may be published'), keys: ['Mod+0'] },
  accept: { group: 'marking', label: () => t('Withhold what is suggested'), keys: ['Mod+Enter'] },
  refuse: { group: 'marking', label: () => t('Keep what is suggested'), keys: ['Mod+Backspace'] },

  speakers: { group: 'speakers', label: () => t('Say who speaks, with the keys 1 to 9'), keys: ['F7'] },
  speaker: {
    group: 'speakers',
    label: () => t('Name the speaker of the line or the selection'),
    keys: ['Mod+Shift+P'],
  },
  split: {
    group: 'speakers',
    label: () => t('Split the line here: somebody else speaks'),
    keys: ['Mod+Shift+Enter'],
  },

  heading: {
    group: 'writing',
    label: () => t('Write a heading above the line'),
    keys: ['Mod+Shift+H'],
  },
  find: { group: 'writing', label: () => t('Find and replace'), keys: ['Mod+F'] },
  undo: { group: 'writing', label: () => t('Undo'), keys: ['Mod+Z'] },
  redo: { group: 'writing', label: () => t('Redo'), keys: ['Mod+Shift+Z', 'Mod+Y'] },

  export: { group: 'interview', label: () => t('Export'), keys: ['Mod+E'] },
  lock: { group: 'interview', label: () => t('Lock now'), keys: ['Mod+L'] },
  settings: { group: 'interview', label: () => t('Settings'), keys: ['Mod+,'] },
  keys: { group: 'interview', label: () => t('Show all keys'), keys: ['?'] },
} as const satisfies Record<string, ActionInfo>;

/** Groups of keys: those of actions, and those that are always the same. */
const GROUPS = {
  listening: () => t('Listening'),
  marking: () => t('Marking'),
  speakers: () => t('Who speaks'),
  writing: () => t('Writing'),
  interview: () => t('Interview'),
  edge: () => t('On the edge of a mark'),
  cover: () => t('On a cover'),
  review: () => t('In Review'),
  speakerMode: () => t('While saying who speaks'),
} as const;
export type ActionGroup = keyof typeof GROUPS;

export const groupName = (group: ActionGroup): string => GROUPS[group]();

export interface ActionInfo {
  group: ActionGroup;
  /** Text in the language of the app. */
  label: () => string;
  keys: readonly string[];
}

export type Action = keyof typeof LIST;
export const ACTIONS: Readonly<Record<Action, ActionInfo>> = LIST;
export const ACTION_NAMES = Object.keys(LIST) as [Action, ...Action[]];

/** Keys that somebody chose in place of others, by action. */
export type ChosenKeys = Readonly<Record<string, string>>;

export function keysOf(action: Action, custom: ChosenKeys): readonly string[] {
  const own = Object.hasOwn(custom, action) ? custom[action] : undefined;
  return own === undefined ? LIST[action].keys : [own];
}
