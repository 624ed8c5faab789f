import { describe, expect, it } from 'vitest';
import { nameKnowledge } from '../../../../../main/detect/nameKnowledge';
import { applyCommand, type Command } from '../../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../../shared/document/document';
import { keepWords } from '../../../../../shared/edits/keepWords';
import { hiddenLabels } from '../../../../../shared/leaks/hiddenLabels';
import { LeakFinder } from '../../../../../shared/leaks/LeakFinder';
import { makeMarks } from '../../../../../shared/edits/makeMarks';
import { openSuggestions } from '../../../../../shared/leaks/openSuggestions';
import { buildPlan } from '../../../../../shared/plan/RedactionPlan';
import { suggestLeftovers } from '../../../../../shared/leaks/suggestLeftovers';
import { KAZAKH, RUSSIAN_FAMILY, RUSSIAN_GIVEN, RUSSIAN_WORDS } from '../../../../fixtures/caseForms';
import { MADE_OF_NAMES } from '../../../../fixtures/madeOfNames';
import { SHAPE_CASES } from '../../../../fixtures/nameShapes';
import { UNSPACED_CASES } from '../../../../fixtures/unspacedNames';

const TAG = /\[(gone|free|open):([^\]]+)\]/u;

const after = (document: ProjectDocument, command: Command | null): ProjectDocument =>
  command ? applyCommand(document, command).document : document;

describe('what is made of a withheld name is asked about, and everyday words are not:', () => {
  it.each([...SHAPE_CASES, ...MADE_OF_NAMES, ...UNSPACED_CASES].map((one) => [one.id, one] as const))(
    '%s',
    (_id, { language, text, withhold, keep }) => {
      const tagged = text.split(' ').map((raw, i) => {
        const [, kind, word = raw] = TAG.exec(raw) ?? [];
        return { kind, id: `w${i}`, text: raw.replace(TAG, word) };
      });
      const words = tagged.map((word, i) => ({ id: word.id, text: word.text, start: i, end: i + 0.5 }));
      let document: ProjectDocument = { ...emptyDocument(), language, words, nextId: words.length };
      for (const [name, type] of withhold) {
        const { command } = makeMarks(document, [{ text: name, type }], undefined, nameKnowledge.isWord);
        document = after(document, command);
      }
      document = after(document, keepWords(document, keep ?? []));

      const withheld = new Set(
        buildPlan(document).runs.flatMap(({ first, last }) =>
          words.slice(first, last + 1).map(({ id }) => id),
        ),
      );
      const left = openSuggestions(document, suggestLeftovers(document, nameKnowledge));
      const asked = new Set(left.flatMap(({ wordIds }) => wordIds));
      const state = (id: string) => (withheld.has(id) ? 'gone' : asked.has(id) ? 'open' : 'free');
      const told = tagged.filter(({ kind }) => kind !== undefined);
      expect(told.map(({ id, text: word }) => `${word} ${state(id)}`)).toEqual(
        told.map(({ kind, text: word }) => `${word} ${kind ?? ''}`),
      );
      // Nothing else is asked about.
      const open = new Set(tagged.filter(({ kind }) => kind === 'open').map(({ id }) => id));
      expect(
        left.filter(({ wordIds }) => !wordIds.some((id) => open.has(id))).map((one) => one.text),
      ).toEqual([]);
    },
  );
});

describe.each([
  ['Russian given names', 'ru', RUSSIAN_GIVEN],
  ['Russian surnames', 'ru', RUSSIAN_FAMILY],
  ['Russian surnames that are words', 'ru', RUSSIAN_WORDS],
  ['Kazakh given names', 'kk', KAZAKH],
] as const)('case forms of %s', (_what, language, table) => {
  const isFound = (withheld: string, said: string) => {
    const entity = {
      id: 'e1',
      type: 'person' as const,
      name: withheld,
      aliases: [],
      decision: 'withhold' as const,
    };
    const document: ProjectDocument = { ...emptyDocument(), language, entities: [entity] };
    return LeakFinder.of(document, nameKnowledge).find(['и', said, 'тут']).length > 0;
  };
  const missed = (pairs: [string, string][]) => pairs.filter(([withheld, said]) => !isFound(withheld, said));

  it('are all found', () => {
    expect(table.length).toBeGreaterThanOrEqual(40);
    const pairs = table.flatMap(([name = '', ...forms]) =>
      forms.map((form): [string, string] => [name, form]),
    );
    expect(missed(pairs)).toEqual([]);
  });

  it('tell the name where one of them was withheld', () => {
    const pairs = table.flatMap(([name = '', ...forms]) =>
      forms.map((form): [string, string] => [form, name]),
    );
    expect(missed(pairs)).toEqual([]);
  });
});

describe('labels of speakers', () => {
  const documentWith = (label: string) => {
    const entity = {
      id: 'e1',
      type: 'person' as const,
      name: 'Aigul Bekova',
      aliases: [],
      decision: 'withhold' as const,
    };
    return { ...emptyDocument(), speakers: [{ id: 's1', name: label }], entities: [entity] };
  };
  const named = (label: string) => {
    const document = documentWith(label);
    return hiddenLabels(document, LeakFinder.of(document, nameKnowledge)).includes(label);
  };

  it.each(['Бекова', 'A. B.', 'А. Б.', 'BEKOVA', 'Bekovа'])('%# are no labels', (label) => {
    expect(named(label)).toBe(true);
  });

  it('are asked about where they are only made of a name', () => {
    const finder = LeakFinder.of(documentWith('Ms Bekovas'), nameKnowledge);
    expect(finder.count('Ms Bekovas')).toBe(1);
  });

  it.each(['Interviewer', 'A', 'Speaker 1', 'Witness'])('stay: %s', (label) => {
    expect(named(label)).toBe(false);
  });
});
