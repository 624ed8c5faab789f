import { beforeEach, describe, expect, it } from 'vitest';
import { useEditor } from '../../../../renderer/editor/editorState';
import { pressSpeakerKey, type Speaking } from '../../../../renderer/editor/speakerMode';
import type { Command } from '../../../../shared/document/commands';
import { emptyDocument } from '../../../../shared/document/document';

const document = {
  ...emptyDocument(),
  words: ['One', 'two'].map((text, i) => ({
    ...{ id: `w${i}`, text, start: i, end: i + 0.5 },
    paragraph: true as const,
  })),
};

/** Returns what a key does: the label of its change, or null, and whether the key was for this. */
function pressed(key: Partial<KeyboardEvent>): { label: string | null; taken: boolean } {
  let label: string | null = null;
  const execute = (command: Command | null) => (label = command?.label ?? null);
  const scene = { interview: { document, execute } } as unknown as Speaking;
  const taken = pressSpeakerKey({ shiftKey: false, repeat: false, ...key } as KeyboardEvent, scene);
  return { label, taken };
}

describe('a key while it is said who speaks', () => {
  beforeEach(() => useEditor.setState({ caret: 1, selection: null, binding: null }));

  it.each([
    ['1', 'Digit1', 'Assign speaker'],
    ['&', 'Digit1', 'Assign speaker'],
    ['1', 'Numpad1', 'Assign speaker'],
    ['a', 'KeyA', 'Alternate speakers'],
    // These are the same letter on a French keyboard, and the same key on a Russian one.
    ['a', 'KeyQ', 'Alternate speakers'],
    ['ф', 'KeyA', 'Alternate speakers'],
  ])('does one thing once: %s at %s', (key, code, label) => {
    expect(pressed({ key, code })).toEqual({ label, taken: true });
    // A key that is held down would say the same of every line that follows.
    expect(pressed({ key, code, repeat: true })).toEqual({ label: null, taken: true });
  });

  it('is none where it types another letter, or leads elsewhere', () => {
    expect(pressed({ key: 'q', code: 'KeyA' })).toEqual({ label: null, taken: true });
    expect(pressed({ key: 'End', code: 'Numpad1' })).toEqual({ label: null, taken: false });
  });
});
