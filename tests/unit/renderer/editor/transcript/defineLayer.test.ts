import { EditorState, type Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineLayer } from '../../../../../renderer/editor/transcript/defineLayer';

const DOC = 'a text of some words, in which a few are marked';
const MARKS = ['kept', 'suggested', 'found'].map((name) => Decoration.mark({ class: name }));

const ranges = fc
  .array(
    fc.record({
      from: fc.nat(DOC.length - 4),
      length: fc.integer({ min: 1, max: 4 }),
      mark: fc.constantFrom(...MARKS),
    }),
    { maxLength: 12 },
  )
  .map((drawn) => drawn.map(({ from, length, mark }) => mark.range(from, from + length)));

describe('a layer', () => {
  it('shows what it is told, whatever it showed before, and changes nothing for the same', () => {
    const layer = defineLayer();
    const told = (all: readonly Range<Decoration>[]) =>
      all.map(({ from, to, value }) => `${from} ${to} ${(value.spec as { class: string }).class}`).sort();
    fc.assert(
      fc.property(fc.array(ranges, { minLength: 1, maxLength: 4 }), (steps) => {
        let state = EditorState.create({ doc: DOC, extensions: layer.field });
        for (const [i, step] of steps.entries()) {
          // Most of what is shown stays, as when one more word is marked.
          const wanted = i % 2 === 1 ? [...(steps[i - 1] ?? []), ...step] : step;
          state = state.update({ effects: layer.show(state, wanted) }).state;
          const shown: Range<Decoration>[] = [];
          state.field(layer.field).between(0, DOC.length, (from, to, value) => {
            shown.push(value.range(from, to));
          });
          expect(told(shown)).toEqual(told(wanted));
          const isApart = new Set(wanted.map(({ from }) => from)).size === wanted.length;
          if (isApart) expect(layer.show(state, wanted)).toEqual([]);
        }
      }),
    );
  });
});
