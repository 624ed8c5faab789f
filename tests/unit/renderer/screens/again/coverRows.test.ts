import { describe, expect, it } from 'vitest';
import { coverRows } from '../../../../../renderer/screens/again/coverRows';
import { applyCommand } from '../../../../../shared/document/commands';
import { emptyDocument, type Hearing, type ProjectDocument } from '../../../../../shared/document/document';
import { makeMarks } from '../../../../../shared/edits/makeMarks';
import { takeHearing } from '../../../../../shared/edits/takeHearing';
import type { Word } from '../../../../../shared/model/word';

const SETTINGS = { model: { name: 'demo', sha256: 'a'.repeat(64) }, language: 'en', beam: 1, prompt: '' };

/** Makes words that begin a second apart and last half a second each. */
const said = (text: string, prefix: string): Word[] =>
  text
    .split(' ')
    .map((word, i) => ({ id: `${prefix}${i}`, text: word, start: i, end: i + 0.5, confidence: 0.9 }));

function world(mark: Parameters<typeof makeMarks>[1][number], heard: string, of: Hearing['of'] = 'stretch') {
  const bare: ProjectDocument = {
    ...emptyDocument(),
    nextId: 100,
    words: said('we met Dana Orlova at the old bridge', 'w'),
  };
  const { command } = makeMarks(bare, [mark]);
  if (!command) throw new Error('there is nothing to mark');
  const marked = applyCommand(bare, command).document;
  const span = { from: 0, to: 8 };
  const hearing: Hearing = {
    ...{ of, span, settings: SETTINGS, windows: [span], finished: 1, language: 'en' },
    words: said(heard, 'h'),
  };
  return { ...marked, hearing };
}

/** Returns everything that is read in the comparison. */
function read(document: ProjectDocument): string {
  const taking = takeHearing(document);
  if (!taking) throw new Error('there is nothing to take');
  return coverRows(document, taking)
    .map(({ kind, before, after }) => {
      const [old, now] = [before, after].map((words) => words.map(({ text }) => text).join(' '));
      return kind === 'same' ? now : `${old} > ${now}`;
    })
    .join(' | ');
}

const NAME = { text: 'Dana Orlova' };
const TIME = { from: 1.9, to: 3.6 };

describe('what was heard again beside what is there', () => {
  it.each([
    ['by its name', NAME],
    ['by its time', TIME],
  ])('covers what is withheld %s and is heard as it reads', (_how, mark) => {
    expect(read(world(mark, 'we met Dana Orlova at the cold bridge'))).toBe(
      'we met ▇▇ ▇▇ at the | old > cold | bridge',
    );
  });

  it.each([
    ['by its name', NAME],
    ['by its time', TIME],
  ])('covers what is withheld %s and is heard otherwise, and what stays withheld of that', (_how, mark) => {
    expect(read(world(mark, 'we met Dan Orlov at the old bridge'))).toBe(
      'we met | ▇▇ ▇▇ > ▇▇ ▇▇ | at the old bridge',
    );
  });

  it('covers what is heard where a person wrote what is withheld, which stays', () => {
    const document = world(NAME, 'we met Dan Orlov at the old bridge', 'all');
    const typed = document.words.map((word) => {
      const { confidence: _, ...bare } = word;
      return /^w[23]$/u.test(word.id) ? bare : word;
    });
    const transcription = { settings: SETTINGS, windows: [{ from: 0, to: 8 }], finished: 1 };
    const text = read({ ...document, words: typed, transcription });
    expect(text).not.toMatch(/Dan|Orlov/u);
    expect(text).toContain('▇▇');
  });

  it('shows what is not withheld', () => {
    expect(read(world(NAME, 'we met Dana Orlova at a cold bridge'))).toMatch(/the old > a cold/u);
  });
});
