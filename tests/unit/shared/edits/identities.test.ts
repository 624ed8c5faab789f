import { describe, expect, it } from 'vitest';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { applyCommand, type Command } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { keepIdentity } from '../../../../shared/edits/keepIdentity';
import { acceptSuggestions } from '../../../../shared/edits/makeMarks';
import { withIdentities } from '../../../../shared/leaks/identities/withIdentities';
import { openSuggestions } from '../../../../shared/leaks/openSuggestions';
import { suggestLeftovers } from '../../../../shared/leaks/suggestLeftovers';

const TEXT =
  'Тогда Анна Петрова ушла. Я видел Анну Петрову у дома, говорил с Анной, потом с Петровой. Пришёл Ерлан. Ерлану сказали про Аню.';
/** Positions of the words of each name. */
const NAMES: [string, ...number[]][] = [
  ['Анна Петрова', 1, 2],
  ['Анну Петрову', 6, 7],
  ['Анной', 12],
  ['Петровой', 15],
  ['Ерлан', 17],
  ['Ерлану', 18],
  ['Аню', 21],
];
const words = TEXT.split(' ').map((text, i) => ({ id: `w${i}`, text, start: i, end: i + 0.9 }));
const document: ProjectDocument = { ...emptyDocument(), language: 'ru', words, nextId: words.length };
const suggestions = withIdentities(
  NAMES.map(([text, ...at]) => ({
    ...{ text, type: 'person' as const, start: 0, end: 1, score: 0.9, why: 'a name' },
    wordIds: at.map((i) => `w${i}`),
  })),
  nameKnowledge,
  'ru',
);
const ofAnna = suggestions.filter(({ text }) => !text.startsWith('Ерлан'));
const after = (before: ProjectDocument, command: Command | null): ProjectDocument => {
  const { document: now } = command ? applyCommand(before, command) : { document: before };
  expect(brokenInvariants(now)).toEqual([]);
  return now;
};
const open = (of: ProjectDocument) => openSuggestions(of, suggestions).map(({ text }) => text);

describe('an identity', () => {
  it('is withheld as one entity, its fullest form its name and all others its aliases', () => {
    const withheld = after(document, acceptSuggestions(document, ofAnna).command);
    expect(withheld.entities).toEqual([
      {
        ...{ id: expect.any(String) as string, type: 'person', decision: 'withhold' },
        name: 'Анна Петрова',
        aliases: ['Анну Петрову', 'Анной', 'Петровой', 'Аню'],
      },
    ]);
    expect(withheld.mentions).toHaveLength(5);
    expect(open(withheld)).toEqual(['Ерлан', 'Ерлану']);
    expect(suggestLeftovers(withheld, nameKnowledge)).toEqual([]);
  });

  it('stays one when its places are withheld one after another, and is called by the fullest of them', () => {
    const inTurn = [...ofAnna].reverse().reduce((before, one) => {
      return after(before, acceptSuggestions(before, [one]).command);
    }, document);
    expect(inTurn.entities).toHaveLength(1);
    expect(inTurn.entities[0]?.name).toMatch(/^Анн(?:а Петрова|у Петрову)$/u);
    expect(inTurn.entities[0]?.aliases).toHaveLength(4);
    expect(inTurn.mentions).toHaveLength(5);
  });

  it('keeps the name that a person gave it', () => {
    const [first] = ofAnna;
    if (!first) throw new Error('nothing is suggested');
    const once = after(document, acceptSuggestions(document, [first]).command);
    const named = {
      ...once,
      entities: once.entities.map((one) => ({ ...one, name: 'Соседка', aliases: ['Анной'] })),
    };
    const all = after(named, acceptSuggestions(named, ofAnna).command);
    expect(all.entities.map(({ name }) => name)).toEqual(['Соседка']);
  });

  it('of which a form is kept is not withheld there', () => {
    const kept = after(document, keepIdentity(document, ['Аню'], 'person'));
    const all = after(kept, acceptSuggestions(kept, ofAnna).command);
    expect(all.entities.map(({ name, decision }) => [name, decision])).toEqual([
      ['Аню', 'keep'],
      ['Анна Петрова', 'withhold'],
    ]);
    expect(all.mentions).toHaveLength(4);
  });

  it('is kept as one entity in all its forms', () => {
    const forms = ofAnna.map(({ text }) => text);
    const kept = after(document, keepIdentity(document, forms, 'person'));
    expect(kept.entities).toMatchObject([{ name: 'Анна Петрова', decision: 'keep' }]);
    expect(open(kept)).toEqual(['Ерлан', 'Ерлану']);
    expect(keepIdentity(kept, forms, 'person')).toBeNull();
  });

  it('that was withheld is kept with what it is called', () => {
    const withheld = after(document, acceptSuggestions(document, ofAnna.slice(0, 1)).command);
    const kept = after(withheld, keepIdentity(withheld, ['Анна Петрова', 'Анной'], 'person'));
    expect(kept.entities).toMatchObject([{ name: 'Анна Петрова', aliases: ['Анной'], decision: 'keep' }]);
  });
});

describe('a part of two names', () => {
  const text = 'Анна Петрова знала. Анна Ким тоже. Анна молчала.';
  const twoWords = text.split(' ').map((one, i) => ({ id: `w${i}`, text: one, start: i, end: i + 0.9 }));
  const two: ProjectDocument = { ...emptyDocument(), language: 'ru', words: twoWords, nextId: 20 };
  const all = withIdentities(
    [['Анна Петрова', 0, 1] as const, ['Анна Ким', 3, 4] as const, ['Анна', 6] as const].map(
      ([name, ...at]) => ({
        ...{ text: name, type: 'person' as const, start: 0, end: 1, score: 0.9, why: 'a name' },
        wordIds: at.map((i) => `w${i}`),
      }),
    ),
    nameKnowledge,
    'ru',
  );

  it('is of neither, whatever is decided of one of them', () => {
    const withheld = after(two, acceptSuggestions(two, all.slice(0, 1)).command);
    const both = after(withheld, acceptSuggestions(withheld, all.slice(2)).command);
    expect(both.entities.map(({ name }) => name)).toEqual(['Анна Петрова', 'Анна']);
    const kept = after(two, keepIdentity(two, ['Анна Петрова'], 'person'));
    expect(openSuggestions(kept, all).map(({ text: name }) => name)).toEqual(['Анна Ким', 'Анна']);
  });
});
