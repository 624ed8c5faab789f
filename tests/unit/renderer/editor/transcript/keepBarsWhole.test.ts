import { EditorState, Text, type ChangeSpec, type TransactionSpec } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsOf } from '../../../../../renderer/editor/transcript/decorations';
import { keepBarsWhole } from '../../../../../renderer/editor/transcript/keepBarsWhole';
import { keepWordsApart } from '../../../../../renderer/editor/transcript/keepWordsApart';
import { bars, layers, peeked } from '../../../../../renderer/editor/transcript/layers';
import { tokensOf } from '../../../../../renderer/editor/transcript/tokens';
import { writtenWords } from '../../../../../renderer/editor/transcript/writtenWords';
import { applyCommand } from '../../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../../shared/document/document';
import { brokenInvariants } from '../../../../../shared/document/invariants';
import { correctWords } from '../../../../../shared/edits/correctWords';
import { makeMarks } from '../../../../../shared/edits/makeMarks';
import { splitWord } from '../../../../../shared/model/marker';
import { hiddenWords } from '../../../../../shared/plan/hiddenWords';
import { buildPlan } from '../../../../../shared/plan/RedactionPlan';
import { joinWords } from '../../../../../shared/text/joinWords';
import { splitWords } from '../../../../../shared/text/splitWords';
import type { Word } from '../../../../../shared/model/word';

const HIDDEN = '▓';

interface World {
  document: ProjectDocument;
  state: EditorState;
}

/** Makes lines of words of half a second each. Square brackets withhold words, as marks of a name or by time. */
function world(lines: readonly string[], { drawn = false, peek = false } = {}): World {
  const words: Word[] = [];
  const marked: [number, number][] = [];
  let open = -1;
  for (const line of lines)
    for (const [i, chunk] of line.split(' ').entries()) {
      const pieces = chunk
        .split(/(\[|\])/u)
        .flatMap((part): string[] =>
          /[[\]]/u.test(part) ? [part] : splitWords(part).map(({ text }) => text),
        );
      let first = true;
      for (const piece of pieces) {
        const n = words.length;
        if (piece === '[') open = first || /\p{L}/u.test(words[n - 1]?.text ?? '') ? n : n - 1;
        else if (piece === ']') marked.push([open, n - 1]);
        else {
          const spaced = /^[^\p{scx=Han}]/u.test(piece) && words.length > 0 && !first;
          const before = words[n - 1];
          // Signs belong to the word that they stand beside.
          if (spaced && before) before.text += piece;
          else
            words.push({
              ...{ id: `w${n}`, text: piece, start: n / 2, end: n / 2 + 0.5 },
              ...(i === 0 && first && { paragraph: true as const }),
              ...(!first && { glued: true as const }),
            });
          first = false;
        }
      }
    }
  const bare = { ...emptyDocument(), words, nextId: words.length + 1 };
  const marks = marked.map(([first, last]) =>
    drawn
      ? { from: first / 2 - 0.2, to: last / 2 + 0.7 }
      : { text: joinWords(words.slice(first, last + 1)).replace(/^\P{L}+|\P{L}+$/gu, '') },
  );
  const { command } = makeMarks(bare, marks);
  const document = command ? applyCommand(bare, command).document : bare;
  const text = Text.of(lines.map((line) => line.replace(/[[\]]/gu, '')));
  const tokens = tokensOf(text, words);
  const state = EditorState.create({ doc: text, extensions: [keepBarsWhole, keepWordsApart, layers] });
  const shown = barsOf({ text, tokens, words }, buildPlan(document), null);
  const effects = peek
    ? peeked.show(
        state,
        shown.map(({ from, to }) => Decoration.mark({ class: 'peeked' }).range(from, to)),
      )
    : bars.show(state, shown);
  return { document, state: state.update({ effects }).state };
}

/** Returns what is seen, with a sign in place of each bar, and `|` for the caret. */
function seen({ state }: Pick<World, 'state'>, caret = true): string {
  const { head } = state.selection.main;
  let text = '';
  let at = 0;
  const upTo = (to: number) => {
    const part = state.sliceDoc(at, to);
    const put = caret && head >= at && head <= to && !text.includes('|');
    text += put ? `${part.slice(0, head - at)}|${part.slice(head - at)}` : part;
    at = to;
  };
  for (const layer of [bars, peeked])
    state.field(layer.field).between(0, state.doc.length, (from, to) => {
      upTo(from);
      text += HIDDEN;
      at = to;
    });
  upTo(state.doc.length);
  return text;
}

const placeOf = ({ state }: World, text: string) => state.doc.toString().indexOf(text);

/** Returns the document after what was typed is kept. */
function kept({ document, state: before }: World, ...specs: TransactionSpec[]): World & { text: string } {
  let state = before;
  let typed = before.changes();
  for (const spec of specs) {
    const transaction = state.update(spec);
    typed = typed.compose(transaction.changes);
    state = transaction.state;
  }
  const tokens = tokensOf(before.doc, document.words);
  const { runs } = buildPlan(document);
  const lines = { first: 1, last: state.doc.lines };
  const written = writtenWords(state.doc, typed, { tokens, words: document.words, runs }, lines);
  const command = correctWords(document, 0, document.words.length, written);
  const after = command ? applyCommand(document, command).document : document;
  expect(brokenInvariants(after)).toEqual([]);
  const hidden = hiddenWords(after);
  const text = after.words
    .map(({ id, text: said, paragraph, glued }, i) => {
      const gap = i === 0 ? '' : paragraph ? '\n' : glued ? '' : ' ';
      return gap + (hidden.has(id) ? HIDDEN : said);
    })
    .join('');
  return { document: after, state, text };
}

const hiddenTexts = ({ words, ...rest }: ProjectDocument) => {
  const hidden = hiddenWords({ words, ...rest });
  return words.filter(({ id }) => hidden.has(id)).map(({ text }) => splitWord(text).core);
};

const typing = (at: number, insert: string): TransactionSpec => ({
  changes: { from: at, insert },
  selection: { anchor: at + insert.length },
  userEvent: 'input.type',
});
const deleting = (from: number, to: number): TransactionSpec => ({
  changes: { from, to },
  userEvent: from < to ? 'delete.backward' : 'delete',
});
const at = (here: World, head: number): World => ({
  ...here,
  state: here.state.update({ selection: { anchor: head } }).state,
});

describe('a bar', () => {
  const line = ['We met in [Almaty], at night.'];

  it.each([
    ['directly behind it', (w: World) => placeOf(w, 'Almaty') + 6, 'today', 'We met in ▓ today|, at night.'],
    ['behind its sign', (w: World) => placeOf(w, 'Almaty') + 7, 'today', 'We met in ▓, today| at night.'],
    ['directly before it', (w: World) => placeOf(w, 'Almaty'), 'old', 'We met in old| ▓, at night.'],
    ['within it', (w: World) => placeOf(w, 'Almaty') + 3, 'x', 'We met in ▓ x|, at night.'],
    ['a sign behind it', (w: World) => placeOf(w, 'Almaty') + 6, '!', 'We met in ▓!|, at night.'],
    ['a space behind it', (w: World) => placeOf(w, 'Almaty') + 6, ' ', 'We met in ▓ |, at night.'],
  ])('is left whole by what is typed %s', (_where, place, typed, shown) => {
    const here = world(line);
    const after = kept(here, typing(place(here), typed));
    expect(seen(after)).toBe(shown);
    expect(hiddenTexts(after.document)).toEqual(['Almaty']);
    expect(joinWords(after.document.words)).toContain(typed.trim());
  });

  it('has what is typed beside it published, letter by letter', () => {
    const here = world(line);
    let { state } = at(here, placeOf(here, 'Almaty') + 6);
    const specs: TransactionSpec[] = [];
    for (const letter of 'Tomorrow') {
      const spec = typing(state.selection.main.head, letter);
      specs.push(spec);
      state = state.update(spec).state;
    }
    const after = kept(here, ...specs);
    expect(after.text).toBe('We met in ▓ Tomorrow, at night.');
    expect(after.document.words.find(({ text }) => text === 'Almaty')).toMatchObject({ start: 1.5, end: 2 });
  });

  it.each([
    ['Backspace before it', (p: number) => ({ ...deleting(p - 1, p), selection: { anchor: p - 1 } }), 0],
    ['Delete before the space in front of it', (p: number) => deleting(p - 1, p), -1],
  ])('keeps its neighbour a word of its own: %s', (_key, spec, caret) => {
    const here = world(line);
    const place = placeOf(here, 'Almaty');
    const after = kept(at(here, place + caret), spec(place));
    expect(after.text).toBe('We met in ▓ at night.');
    expect(seen(after)).toBe(caret === 0 ? 'We met in| ▓, at night.' : 'We met in |▓, at night.');
  });

  it.each([
    ['Backspace behind it', (p: number): ChangeSpec => ({ from: p, to: p + 6 }), 'We met in ▓, at night.'],
    ['a letter of it', (p: number): ChangeSpec => ({ from: p + 5, to: p + 6 }), 'We met in ▓, at night.'],
    ['all', (): ChangeSpec => ({ from: 0, to: 27 }), '▓'],
    ['with a word before it', (p: number): ChangeSpec => ({ from: p - 3, to: p + 6 }), 'We met ▓, at night.'],
    ['with what follows', (p: number): ChangeSpec => ({ from: p, to: p + 10 }), 'We met in ▓ night.'],
  ])('is not deleted: %s', (_what, change, shown) => {
    const here = world(line);
    const after = kept(here, { changes: change(placeOf(here, 'Almaty')), userEvent: 'delete.selection' });
    expect(seen(after, false)).toBe(shown);
    expect(hiddenTexts(after.document)).toEqual(['Almaty']);
  });

  it.each([
    ['over it', 'Almaty', 'We met in ▓ Taraz, at night.'],
    ['over it and more', 'met in Almaty, at', 'We Taraz ▓ night.'],
  ])('is not pasted over: %s', (_what, over, shown) => {
    const here = world(line);
    const from = placeOf(here, over);
    const paste = { changes: { from, to: from + over.length, insert: 'Taraz' }, userEvent: 'input.paste' };
    const after = kept(here, paste);
    expect(seen(after, false)).toBe(shown);
    expect(hiddenTexts(after.document)).toEqual(['Almaty']);
    expect(after.text).toContain('Taraz');
  });

  it('parts what an input method composes from it only when that is kept', () => {
    const here = world(line);
    const place = placeOf(here, 'Almaty') + 6;
    const compose = { ...typing(place, 'ka'), userEvent: 'input.type.compose.start' };
    const after = kept(here, compose);
    expect(seen(after, false)).toBe('We met in ▓ka, at night.');
    expect(after.text).toBe('We met in ▓ ka, at night.');
  });

  it('is as whole while the words under it are looked at', () => {
    const here = world(line, { peek: true });
    const after = kept(here, typing(placeOf(here, 'Almaty') + 3, 'x'));
    expect(hiddenTexts(after.document)).toEqual(['Almaty']);
  });

  it('has a possessive typed behind it', () => {
    const here = world(['We know [Almaty] well']);
    const place = placeOf(here, 'Almaty') + 6;
    const after = kept(here, typing(place, "'"), typing(place + 1, 's'));
    expect(after.document.words.map(({ text }) => text)).toEqual(['We', 'know', "Almaty's", 'well']);
  });

  it('has no space beside it in a script without', () => {
    const here = world(['我在[阿拉木图]工作']);
    const place = placeOf(here, '阿拉木图') + 4;
    expect(seen(here, false)).toBe('我在▓工作');
    const after = kept(here, typing(place, '也'));
    expect(seen(after, false)).toBe('我在▓也工作');
    expect(hiddenTexts(after.document).join('')).toBe('阿拉木图');
  });

  it('of a stretch of time hides nothing that is typed beside it', () => {
    const here = world(['We met in [Almaty] at night'], { drawn: true });
    const before = hiddenTexts(here.document);
    const place = placeOf(here, 'Almaty');
    for (const where of [place + 'Almaty at'.length, place - 'in '.length]) {
      const after = kept(here, typing(where, 'secretly'));
      expect(hiddenTexts(after.document)).toEqual(before);
    }
  });

  it('survives whatever is done to the text, which loses no public word to it', () => {
    const lines = ['One «[Almaty]», two [Aigerim Bekova] three.', "[Taraz]'s four [Kokshe]"];
    const edit = fc.record({
      from: fc.nat(70),
      length: fc.oneof(fc.constant(0), fc.nat(30)),
      insert: fc.constantFrom('', ' ', 'x', 'new words', ', ', '\n', 'a\nb', "'s", '.', '—'),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const here = world(lines);
        let { state } = here;
        const specs = edits.map(({ from, length, insert }) => {
          const begin = Math.min(from, state.doc.length);
          const spec = {
            changes: { from: begin, to: Math.min(begin + length, state.doc.length), insert },
            userEvent: insert === '' ? 'delete' : 'input.paste',
          };
          state = state.update(spec).state;
          return spec;
        });
        const after = kept(here, ...specs);
        expect(hiddenTexts(after.document)).toEqual(hiddenTexts(here.document));
        const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').replaceAll(HIDDEN, '');
        // A possessive behind a bar belongs to its word, and is seen there.
        expect(letters(after.text)).toBe(
          letters(seen(after, false).replace(/▓['’]s(?![\p{L}\p{N}])/gu, HIDDEN)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
