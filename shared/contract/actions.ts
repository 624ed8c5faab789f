/**
 * All that is done to an interview by a key or from a menu, in the order of both. Keys are written `Mod+Shift+Z`; `Mod`
 * is Cmd on a Mac and Ctrl elsewhere. What has no key of its own in the settings has these.
 */
const LIST = {
  play: { group: 'Listening', label: 'Play or pause', keys: ['Escape'] },
  back: { group: 'Listening', label: 'Back 3 seconds', keys: ['F1'] },
  forward: { group: 'Listening', label: 'Forward 3 seconds', keys: ['F2'] },
  slower: { group: 'Listening', label: 'Slower', keys: ['F3'] },
  faster: { group: 'Listening', label: 'Faster', keys: ['F4'] },
  hear: { group: 'Listening', label: 'Hear what is selected', keys: ['F6'] },
  loop: { group: 'Listening', label: 'Play what is selected over and over', keys: ['F8'] },
  goToTime: { group: 'Listening', label: 'Go to a time', keys: ['Mod+G', 'G'] },
  largePicture: { group: 'Listening', label: 'Show the picture large, or small again', keys: ['F5'] },

  person: { group: 'Marking', label: 'Withhold as a person', keys: ['Mod+1'] },
  place: { group: 'Marking', label: 'Withhold as a place', keys: ['Mod+2'] },
  other: { group: 'Marking', label: 'Withhold as something else', keys: ['Mod+3'] },
  keep: { group: 'Marking', label: 'Keep: may be published', keys: ['Mod+0'] },
  accept: { group: 'Marking', label: 'Accept the suggestion', keys: ['Mod+Enter'] },
  refuse: { group: 'Marking', label: 'Keep what is suggested', keys: ['Mod+Backspace'] },

  speakers: { group: 'Who speaks', label: 'Say who speaks, with the keys 1 to 9', keys: ['F7'] },
  speaker: {
    group: 'Who speaks',
    label: 'Name who speaks in the line, or in what is selected',
    keys: ['Mod+Shift+P'],
  },
  split: {
    group: 'Who speaks',
    label: 'Split the line here: somebody else speaks',
    keys: ['Mod+Shift+Enter'],
  },

  heading: { group: 'Writing', label: 'Write a heading above the line', keys: ['Mod+Shift+H'] },
  find: { group: 'Writing', label: 'Find and replace', keys: ['Mod+F'] },
  undo: { group: 'Writing', label: 'Undo', keys: ['Mod+Z'] },
  redo: { group: 'Writing', label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'] },

  export: { group: 'Interview', label: 'Export', keys: ['Mod+E'] },
  lock: { group: 'Interview', label: 'Lock now', keys: ['Mod+L'] },
  settings: { group: 'Interview', label: 'Settings', keys: ['Mod+,'] },
  keys: { group: 'Interview', label: 'Show all keys', keys: ['?'] },
} as const satisfies Record<string, ActionInfo>;

export interface ActionInfo {
  group: string;
  label: string;
  keys: readonly string[];
}

export type Action = keyof typeof LIST;
export const ACTIONS: Readonly<Record<Action, ActionInfo>> = LIST;
export const ACTION_NAMES = Object.keys(LIST) as [Action, ...Action[]];

/** Keys by action, where somebody chose others. */
export type ChosenKeys = Readonly<Record<string, string>>;

export function keysOf(action: Action, custom: ChosenKeys): readonly string[] {
  const own = Object.hasOwn(custom, action) ? custom[action] : undefined;
  return own === undefined ? LIST[action].keys : [own];
}
