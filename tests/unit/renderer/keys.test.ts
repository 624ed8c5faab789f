import { describe, expect, it } from 'vitest';
import { actionOf, chordOf, labelOfKey, objectionTo, type KeyPress } from '../../../renderer/session/keys';
import { ACTION_NAMES, ACTIONS, keysOf } from '../../../shared/contract/actions';

const press = (key: string, code: string, ...held: ('ctrl' | 'meta' | 'alt' | 'shift')[]): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('keys', () => {
  it('does with each key what the sheet says', () => {
    expect(actionOf(press('Escape', 'Escape'), {})).toBe('play');
    expect(actionOf(press('F1', 'F1'), {})).toBe('back');
    expect(actionOf(press('1', 'Digit1', 'ctrl'), {})).toBe('person');
    expect(actionOf(press('Enter', 'Enter', 'ctrl'), {})).toBe('accept');
    expect(actionOf(press('z', 'KeyZ', 'ctrl'), {})).toBe('undo');
    expect(actionOf(press('Z', 'KeyZ', 'ctrl', 'shift'), {})).toBe('redo');
    expect(actionOf(press('y', 'KeyY', 'ctrl'), {})).toBe('redo');
    expect(actionOf(press('?', 'Slash', 'shift'), {})).toBe('keys');
    expect(actionOf(press('?', 'Digit7', 'shift'), {})).toBe('keys');
  });

  it('leaves what is typed alone', () => {
    expect(actionOf(press('l', 'KeyL'), {})).toBeNull();
    expect(actionOf(press('1', 'Digit1'), {})).toBeNull();
    expect(actionOf(press('Enter', 'Enter'), {})).toBeNull();
    expect(actionOf(press('ł', 'KeyL', 'ctrl', 'alt'), {})).toBeNull();
    expect(actionOf(press('Alt', 'AltLeft', 'alt'), {})).toBeNull();
    expect(actionOf(press('l', 'KeyL', 'meta'), {}, false)).toBeNull();
  });

  it('takes Cmd for Ctrl on a Mac', () => {
    expect(actionOf(press('l', 'KeyL', 'meta'), {}, true)).toBe('lock');
    expect(actionOf(press('f', 'KeyF', 'ctrl'), {}, true)).toBeNull();
  });

  it('knows keys by their place where they have no Latin letter, and digits always', () => {
    expect(actionOf(press('д', 'KeyL', 'ctrl'), {})).toBe('lock');
    expect(actionOf(press('ә', 'Digit2', 'ctrl'), {})).toBe('place');
    expect(actionOf(press('&', 'Digit1', 'ctrl'), {})).toBe('person');
    // On a keyboard with its Latin letters elsewhere, the letter counts.
    expect(actionOf(press('z', 'KeyY', 'ctrl'), {})).toBe('undo');
  });

  it('takes the chosen key in place of all that the action had', () => {
    const custom = { redo: 'F9' };
    expect(actionOf(press('F9', 'F9'), custom)).toBe('redo');
    expect(actionOf(press('y', 'KeyY', 'ctrl'), custom)).toBeNull();
    expect(keysOf('undo', custom)).toEqual(['Mod+Z']);
    expect(keysOf('undo', JSON.parse('{"__proto__":{"undo":"F9"}}') as Record<string, string>)).toEqual([
      'Mod+Z',
    ]);
  });

  it('comes with keys that can be chosen and with none twice', () => {
    const all = ACTION_NAMES.flatMap((action) => [...ACTIONS[action].keys]);
    expect(new Set(all).size).toBe(all.length);
    for (const action of ACTION_NAMES) {
      for (const key of ACTIONS[action].keys) expect(objectionTo(key, action, {}), key).toBeNull();
    }
  });

  it('refuses keys that are taken, that write, and those of the system', () => {
    expect(objectionTo('Mod+L', 'find', {})).toContain('Lock now');
    expect(objectionTo('Mod+L', 'find', { lock: 'F9' })).toBeNull();
    expect(objectionTo('J', 'find', {})).toContain('write');
    expect(objectionTo('Shift+J', 'find', {})).toContain('write');
    expect(objectionTo('Mod+C', 'find', {})).toContain('system');
    expect(objectionTo('Alt+J', 'find', {})).toBeNull();
    expect(objectionTo('F9', 'find', {})).toBeNull();
  });

  it('names keys as they stand on the keyboard', () => {
    expect(labelOfKey('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(labelOfKey('Mod+Shift+Z', true)).toBe('⇧⌘Z');
    expect(labelOfKey('Escape', true)).toBe('Esc');
    expect(labelOfKey('Mod++', false)).toBe('Ctrl++');
    expect(chordOf(press('+', 'Equal', 'ctrl', 'shift'))).toBe('Mod++');
  });
});
