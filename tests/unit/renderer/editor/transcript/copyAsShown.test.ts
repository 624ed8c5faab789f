import { EditorState, Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { copyAsShown } from '../../../../../renderer/editor/transcript/copyAsShown';
import { barsOf, peekedIn } from '../../../../../renderer/editor/transcript/decorations';
import { bars, layers, peeked } from '../../../../../renderer/editor/transcript/layers';
import { tokensOf } from '../../../../../renderer/editor/transcript/tokens';
import { applyCommand } from '../../../../../shared/document/commands';
import { emptyDocument } from '../../../../../shared/document/document';
import { makeMarks } from '../../../../../shared/edits/makeMarks';
import { buildPlan } from '../../../../../shared/plan/RedactionPlan';

const SAID = ['We', 'met', 'in', 'Almaty,', 'at', 'night.'];

describe('what is copied', () => {
  it.each([
    ['', false],
    [' while the words under bars are looked at', true],
  ])('has a marker in place of each bar%s', (_when, peek) => {
    const words = SAID.map((text, i) => ({ id: `w${i}`, text, start: i, end: i + 0.5 }));
    const bare = { ...emptyDocument(), words, nextId: 10 };
    const { command } = makeMarks(bare, [{ text: 'Almaty' }]);
    if (!command) throw new Error('there is nothing to mark');
    const { document } = applyCommand(bare, command);
    const text = Text.of([SAID.join(' ')]);
    const written = { text, tokens: tokensOf(text, words), words };
    const state = EditorState.create({
      doc: text,
      selection: { anchor: 0, head: text.length },
      extensions: [layers, copyAsShown],
    });
    const plan = buildPlan(document);
    const effects = peek
      ? peeked.show(state, peekedIn(written, plan))
      : bars.show(state, barsOf(written, plan, null));
    const shown = state.update({ effects }).state;
    const copied = (from: number, to: number) => {
      const chosen = shown.update({ selection: { anchor: from, head: to } }).state;
      return chosen
        .facet(EditorView.clipboardOutputFilter)
        .reduce((before, filter) => filter(before, chosen), chosen.sliceDoc(from, to));
    };
    expect(copied(0, text.length)).toBe('We met in (DELETED), at night.');
    // A part of the word is copied as the whole marker.
    expect(copied(0, 13)).toBe('We met in (DELETED)');
    expect(copied(12, 20)).toBe('(DELETED), at');
  });
});
