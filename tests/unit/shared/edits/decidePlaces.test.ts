import { describe, expect, it } from 'vitest';
import { describePlaces } from '../../../../main/cli/describePlaces';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { planExport } from '../../../../main/export/planExport';
import type { AppError } from '../../../../shared/model/errors';
import { applyCommand, commandSchema, type Command } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { changeEntity } from '../../../../shared/edits/changeEntity';
import { chooseMarker } from '../../../../shared/edits/chooseMarker';
import { decideMention } from '../../../../shared/edits/decideMention';
import { decidePlaces } from '../../../../shared/edits/decidePlaces';
import { findPlace } from '../../../../shared/leaks/findPlace';
import { keepWords } from '../../../../shared/edits/keepWords';
import { LeakFinder } from '../../../../shared/leaks/LeakFinder';
import { acceptSuggestions, makeMarks } from '../../../../shared/edits/makeMarks';
import { openSuggestions } from '../../../../shared/leaks/openSuggestions';
import { plannedText } from '../../../../shared/leaks/plannedText';
import { suggestLeftovers } from '../../../../shared/leaks/suggestLeftovers';
import { whatIsLeft, type Told } from '../../../../shared/leaks/whatIsLeft';
import { correctWords } from '../../../../shared/edits/correctWords';

/** Makes lines of one speaker each, with a word a second. */
function said(...lines: string[]): ProjectDocument {
  const speakers = lines.map((line, i) => ({ id: `s${i}`, name: line.split('|')[0] ?? '' }));
  const words = lines.flatMap((line, i) =>
    (line.split('|')[1] ?? '').split(' ').map((text) => ({ text, speaker: `s${i}` })),
  );
  return {
    ...emptyDocument(),
    language: 'en',
    speakers,
    words: words.map((word, i) => ({ id: `w${i}`, start: i, end: i + 0.8, ...word })),
    nextId: 100,
  };
}

const after = (document: ProjectDocument, command: Command | null): ProjectDocument => {
  if (!command) throw new Error('nothing was done');
  const applied = applyCommand(document, commandSchema.parse(command));
  expect(brokenInvariants(applied.document)).toEqual([]);
  // An id is never given out twice.
  expect({ ...applyCommand(applied.document, applied.inverse).document, nextId: 0 }).toEqual({
    ...document,
    nextId: 0,
  });
  return applied.document;
};
const withholding = (document: ProjectDocument, ...names: string[]) =>
  after(
    document,
    makeMarks(
      document,
      names.map((text) => ({ text, type: 'person' as const })),
    ).command,
  );
const finderOf = (document: ProjectDocument) => LeakFinder.of(document, nameKnowledge);
const left = (document: ProjectDocument, told?: Told) => whatIsLeft(document, finderOf(document), told);
const open = (document: ProjectDocument) =>
  openSuggestions(document, suggestLeftovers(document, nameKnowledge));
const published = (document: ProjectDocument) =>
  plannedText(document, finderOf(document))
    .paragraphs.map(({ tokens }) => tokens.map(({ text }) => text).join(' '))
    .join('\n');
const refusal = (document: ProjectDocument, told: Partial<Told> = {}): AppError | null => {
  try {
    planExport(document, { out: told.folder ?? 'out', ...told, formats: ['txt'] }, nameKnowledge);
    return null;
  } catch (error) {
    return error as AppError;
  }
};
const keepHere = (document: ProjectDocument, ...wordIds: string[]) =>
  after(document, decidePlaces(document, [{ wordIds, decision: 'keep' }]));
const withholdHere = (document: ProjectDocument, ...wordIds: string[]) =>
  after(document, decidePlaces(document, [{ wordIds, decision: 'withhold' }]));

/** The words are 3 and 4, and 12. Those of the brother are 9 and 10. */
const TWO = said('A|I met, once, Bolat Oramin and his brother there, Serik Oramin too. Oramin came later.');

describe('one surname of two persons', () => {
  const both = withholding(keepWordsOf(TWO, 'Bolat Oramin'), 'Serik Oramin');

  it('is a question where nobody knows whose it is, with its place in Review and in the refusal', () => {
    expect(left(both)).toMatchObject([{ kind: 'words', wordIds: ['w12'], time: 12, text: 'Oramin' }]);
    expect(open(both).map(({ left }) => left)).toEqual(refusal(both)?.places);
    expect(refusal(both)).toMatchObject({ code: 'EXPORT_WOULD_LEAK', places: [{ time: 12 }] });
    expect(JSON.stringify(refusal(both))).not.toMatch(/oramin|serik/iu);
  });

  it('is kept there alone, and the export accepts it', () => {
    const kept = keepHere(both, 'w12');
    expect(left(kept)).toEqual([]);
    expect(open(kept)).toEqual([]);
    expect(refusal(kept)).toBeNull();
    expect(published(kept)).toContain('there, (DELETED) too. Oramin came');
  });

  it('is withheld there alone, as a mention of who is withheld', () => {
    const document = after(both, acceptSuggestions(both, open(both)).command);
    expect(refusal(document)).toBeNull();
    expect(published(document)).toContain(
      'Bolat Oramin and his brother there, (DELETED) too. (DELETED) came',
    );
    expect(document.entities).toHaveLength(both.entities.length);
  });
});

function keepWordsOf(document: ProjectDocument, name: string): ProjectDocument {
  return after(document, keepWords(document, [name], 'person'));
}

describe('a verb that looks like a name', () => {
  /** The verb is word 1, the name words 7 and 10. */
  const MARK = said('A|They grant nothing. In the end came Grant. They beat Grant again.');

  it('is kept where it is one, and is a question everywhere else', () => {
    const named = withholdHere(keepHere(MARK, 'w1'), 'w7');
    expect(left(named).map(({ wordIds }) => wordIds)).toEqual([['w10']]);
    expect(refusal(named)?.places).toHaveLength(1);
    expect(refusal(withholdHere(named, 'w10'))).toBeNull();
    expect(published(withholdHere(named, 'w10'))).toBe(
      'They grant nothing. In the end came (DELETED). They beat (DELETED) again.',
    );
  });

  it('stays kept there when the name is marked wherever it stands', () => {
    const marked = withholding(keepHere(MARK, 'w1'), 'Grant');
    expect(published(marked)).toBe(
      'They grant nothing. In the end came (DELETED). They beat (DELETED) again.',
    );
    expect(refusal(marked)).toBeNull();
  });

  it('may be kept everywhere but at one place, in whichever order that is said', () => {
    const first = keepWordsOf(withholdHere(MARK, 'w10'), 'Grant');
    const last = withholdHere(keepWordsOf(MARK, 'Grant'), 'w10');
    for (const document of [first, last]) {
      expect(published(document)).toBe(
        'They grant nothing. In the end came Grant. They beat (DELETED) again.',
      );
      expect(refusal(document)).toBeNull();
    }
  });
});

describe('what is kept at a place', () => {
  const named = withholding(said('A|We saw Bekova twice. Then Bekova left us.'), 'Bekova');
  const second = named.mentions[1]?.id ?? '';
  const kept = after(named, decideMention(named, second, 'keep'));

  it('moves with its words', () => {
    expect(refusal(kept)).toBeNull();
    const moved = after(
      kept,
      correctWords(kept, 0, 1, [
        { text: 'Once', begins: true },
        { text: 'we', begins: false },
      ]),
    );
    expect(published(moved)).toBe('Once we saw (DELETED) twice. Then Bekova left us.');
    expect(refusal(moved)).toBeNull();
    const signs = after(kept, correctWords(kept, 5, 1, [{ text: '“Bekova”,', begins: false }]));
    expect(refusal(signs)).toBeNull();
  });

  it('is a question again when another word stands there', () => {
    const other = withholding(keepHere(said('A|We saw Bekova twice. Then Marat left us.'), 'w5'), 'Bekova');
    expect(refusal(other)).toBeNull();
    const corrected = after(other, correctWords(other, 5, 1, [{ text: 'Bekova', begins: false }]));
    expect(refusal(corrected)?.places).toMatchObject([{ wordIds: ['w5'] }]);
    expect(open(corrected)).toHaveLength(1);
    // The places may be decided anew.
    expect(refusal(keepHere(corrected, 'w5'))).toBeNull();
    expect(refusal(withholdHere(corrected, 'w5'))).toBeNull();
  });

  it('is decided again with all others when its identity is', () => {
    const again = after(kept, changeEntity(kept, kept.entities[0]?.id ?? '', { decision: 'withhold' }));
    expect(published(again)).not.toContain('Bekova');
  });

  it('is no part of a longer mark, and no word that is gone', () => {
    const longer = withholding(TWO, 'Serik Oramin');
    const decide =
      (...wordIds: string[]) =>
      () =>
        decidePlaces(longer, [{ wordIds, decision: 'keep' }]);
    expect(decide('w9')).toThrow(expect.objectContaining({ code: 'MARKS_INVALID' }));
    expect(decide('w99')).toThrow(expect.objectContaining({ code: 'MARK_NOT_FOUND' }));
    expect(refusal(keepHere(longer, 'w9', 'w10'))?.places).toHaveLength(2);
  });
});

describe('what is told around the transcript', () => {
  const named = withholding(
    said('Interviewer|We met Aigul Bekova at night.', 'Witness|It was late.'),
    'Aigul Bekova',
  );

  it.each([
    ['title', { title: 'What Bekova saw' }, 'form'],
    ['title', { title: 'What Бекова saw' }, 'spelling'],
    ['introduction', { intro: 'Told by\nAigul.' }, 'form'],
    ['folder', { folder: 'bekova-2020' }, 'form'],
  ] as const)('is looked through: the %s (%#)', (kind, told, likeness) => {
    expect(left(named, told)).toMatchObject([{ kind, likeness, time: null, wordIds: [] }]);
    const refused = refusal(named, told);
    expect(refused).toMatchObject({ code: 'EXPORT_WOULD_LEAK', places: [{ kind, likeness }] });
    expect(JSON.stringify(refused)).not.toMatch(/aigul|bekova|бекова/iu);
    expect(suggestLeftovers(named, nameKnowledge, told).map(({ left }) => left)).toEqual(refused?.places);
  });

  it('is all told at once', () => {
    const refused = refusal(named, { title: 'Bekova', intro: 'Bekova', folder: 'bekova' });
    expect(refused?.places?.map(({ kind }) => kind)).toEqual(['title', 'introduction', 'folder']);
    expect(refused?.next).toMatch(/Change the title.*Change the introduction.*Choose a folder/u);
  });

  it('is looked through where readers are told something instead: a description', () => {
    const entity = named.entities[0];
    const described = after(
      named,
      changeEntity(named, entity?.id ?? '', { description: 'a sister of Bekova' }),
    );
    expect(left(described)).toMatchObject([{ kind: 'description', of: entity?.id, time: 2 }]);
    expect(open(described).map(({ left }) => left)).toEqual(refusal(described)?.places);
  });

  it.each(['Bekova', 'sister of Бекова', 'AB'])('is looked through in a word for all markers: %s', (word) => {
    const chosen = after(named, chooseMarker(named, word));
    expect(left(chosen)).toMatchObject([{ kind: 'marker', of: named.entities[0]?.id }]);
    const refused = refusal(chosen);
    expect(refused).toMatchObject({ code: 'EXPORT_WOULD_LEAK', places: [{ kind: 'marker' }] });
    expect(JSON.stringify(refused)).not.toMatch(/bekova|бекова/iu);
  });

  it('leaves the usual markers alone, also where somebody is called so', () => {
    const called = withholding(said('Interviewer|We met Murat Deleted there.'), 'Murat Deleted');
    expect(called.markerWord).toBe('DELETED');
    expect(left(called)).toEqual([]);
    expect(left(after(called, chooseMarker(called, 'Murat')))).toMatchObject([{ kind: 'marker' }]);
  });

  it.each(['Бекова', 'A. B.', 'AB', 'A.B.:', 'a b', 'А.Б.', 'Bekova (mother)', 'B E K O V A'])(
    'is replaced where it is a label that says the name: %s',
    (label) => {
      const labelled = { ...named, speakers: named.speakers.map((one) => ({ ...one, name: label })) };
      const { paragraphs } = plannedText(labelled, finderOf(labelled));
      expect(paragraphs.map(({ speaker }) => speaker)).toEqual(['(DELETED)', '(DELETED)']);
      expect(refusal(labelled)).toBeNull();
    },
  );

  it.each(['Witness', 'B', 'A', 'Speaker 1', 'Editor AK'])(
    'is left as it is where it says nothing: %s',
    (label) => {
      const labelled = { ...named, speakers: named.speakers.map((one) => ({ ...one, name: label })) };
      const { paragraphs } = plannedText(labelled, finderOf(labelled));
      expect(paragraphs.map(({ speaker }) => speaker)).toEqual([label, label]);
    },
  );

  it('is asked about where it is a label that only sounds like a name', () => {
    const sounding = {
      ...named,
      speakers: named.speakers.map((one, i) => (i === 1 ? { ...one, name: 'Begova' } : one)),
    };
    expect(left(sounding)).toMatchObject([{ kind: 'label', of: 's1', likeness: 'sound', time: 6 }]);
    expect(refusal(sounding)?.places).toEqual(open(sounding).map(({ left }) => left));
    const replaced = after(sounding, acceptSuggestions(sounding, open(sounding)).command);
    expect(refusal(replaced)).toBeNull();
    expect(plannedText(replaced, finderOf(replaced)).paragraphs[1]?.speaker).toBe('(DELETED)');
    expect(refusal(keepWordsOf(sounding, 'Begova'))).toBeNull();
  });
});

describe('words at a time', () => {
  const { words } = said('A|Grant came. They grant nothing, and Grant, Grant left.');

  it('are found by the second that lists tell, or by any moment in them', () => {
    expect(findPlace(words, 'grant', 0)).toEqual(['w0']);
    expect(findPlace(words, 'Grant', 3.5)).toEqual(['w3']);
    const half = words.map((word) => ({
      ...word,
      start: (word.start ?? 0) + 0.9,
      end: (word.end ?? 0) + 0.9,
    }));
    expect(findPlace(half, 'they grant', 2)).toEqual(['w2', 'w3']);
  });

  it('are counted where there are no times', () => {
    const untimed = words.map((word) => ({ ...word, start: null, end: null }));
    expect(findPlace(untimed, 'Grant', 6)).toEqual(['w6']);
  });

  it.each([
    ['Grant', 1, 'MARK_NOT_FOUND', /0:00, 0:03, 0:06, 0:07/u],
    ['Nobody', 1, 'MARK_NOT_FOUND', /nowhere/u],
  ])('are refused where they do not stand (%#)', (text, at, code, next) => {
    expect(() => findPlace(words, text, at)).toThrow(
      expect.objectContaining({ code, next: expect.stringMatching(next) as string }),
    );
  });

  it('are refused where they stand twice', () => {
    const close = words.map((word, i) => ({ ...word, start: i / 4 + 0.1, end: i / 4 + 0.2 }));
    expect(() => findPlace(close, 'Grant', 1)).toThrow(expect.objectContaining({ code: 'MARKS_INVALID' }));
    expect(findPlace(close, 'Grant', 1.6)).toEqual(['w6']);
  });
});

describe('a longer name that is kept', () => {
  const OF =
    'A|We met Odal at home. The Odal Assembly sat, and Odal cried. Later they met. Odal Assembly hall it was.';
  const PUBLISHED =
    'We met (DELETED) at home. The Odal Assembly sat, and (DELETED) cried. Later they met. Odal Assembly hall it was.';

  it('is published with the withheld name in it, whichever was decided first', () => {
    const kept = withholding(keepWordsOf(said(OF), 'Odal Assembly'), 'Odal');
    const marked = keepWordsOf(withholding(said(OF), 'Odal'), 'Odal Assembly');
    for (const document of [kept, marked]) {
      expect(published(document)).toBe(PUBLISHED);
      expect(refusal(document)).toBeNull();
    }
  });

  it('is kept at one place alone, with the withheld name in it', () => {
    const here = keepHere(withholding(said(OF), 'Odal'), 'w6', 'w7');
    expect(published(here)).toContain('The Odal Assembly sat, and (DELETED) cried.');
    expect(published(here)).toContain('(DELETED) Assembly hall');
    expect(refusal(here)).toBeNull();
  });

  it('does not free what a person withheld at that place', () => {
    const here = withholdHere(withholding(said(OF), 'Odal'), 'w6');
    expect(published(keepWordsOf(here, 'Odal Assembly'))).toContain('The (DELETED) Assembly sat');
  });

  it('is a question again when the longer name is kept no more', () => {
    const document = said('A|We met Odal at home. The Odal Assembly sat.');
    const kept = keepWordsOf(withholding(document, 'Odal'), 'Odal Assembly');
    const longer = kept.entities.find(({ name }) => name === 'Odal Assembly');
    const undecided = after(kept, changeEntity(kept, longer?.id ?? '', { decision: 'undecided' }));
    expect(refusal(undecided)?.places).toMatchObject([{ kind: 'words', wordIds: ['w6'] }]);
  });

  it('does not go on from one sentence to the next', () => {
    const document = said('A|We met Odal. Assembly halls were shut. The Odal Assembly sat.');
    const marked = withholding(keepWordsOf(document, 'Odal Assembly'), 'Odal');
    expect(published(marked)).toBe('We met (DELETED). Assembly halls were shut. The Odal Assembly sat.');
    expect(refusal(marked)).toBeNull();
  });

  it('may have a full name in it, everyday words, and letters with stops', () => {
    const full = said('A|Sava Oramin cried. The Sava Oramin Fund paid.');
    const fund = withholding(keepWordsOf(full, 'Sava Oramin Fund'), 'Sava Oramin');
    expect(published(fund)).toBe('(DELETED) cried. The Sava Oramin Fund paid.');
    expect(refusal(fund)).toBeNull();
    const letters = said('A|We heard J. K. Marsh on the radio. They beat Marsh again.');
    const singer = withholding(keepWordsOf(letters, 'J. K. Marsh'), 'Marsh');
    expect(published(singer)).toBe('We heard J. K. Marsh on the radio. They beat (DELETED) again.');
    expect(refusal(singer)).toBeNull();
  });
});

describe('a place without times', () => {
  it('is told by how many words stand before it', () => {
    const { words, ...rest } = TWO;
    const untimed = { ...rest, words: words.map((word) => ({ ...word, start: null, end: null })) };
    const both = withholding(keepWordsOf(untimed, 'Bolat Oramin'), 'Serik Oramin');
    expect(refusal(both)?.places).toMatchObject([{ kind: 'words', time: null, position: 12 }]);
    expect(describePlaces(refusal(both)?.places ?? []).join('\n')).toMatch(/^ *0:12 .*--at TIME/su);
  });
});

describe('the word of all markers', () => {
  const DELETED = said('A|We met Deleted there, and Deleted left.');

  it('tells of nobody, also where somebody is called so', () => {
    expect(refusal(withholding(DELETED, 'Deleted'))).toBeNull();
  });

  it('is told of like any other in what a description says', () => {
    const described = after(
      DELETED,
      makeMarks(DELETED, [{ text: 'Deleted', type: 'person', description: 'kin of Deleted' }]).command,
    );
    expect(refusal(described)?.places).toMatchObject([{ kind: 'description' }]);
  });
});

describe('initials without their stops', () => {
  const document = withholding(said('A|We met Bolat Oramin there.'), 'Bolat Oramin');

  it.each(['BO', 'b o', 'O-B', 'B_O'])('are a leak as a title or a folder: %#', (text) => {
    expect(refusal(document, { title: text })?.places).toMatchObject([{ kind: 'title' }]);
    expect(refusal(document, { folder: text })?.places).toMatchObject([{ kind: 'folder' }]);
  });

  it.each(['TV', 'A B', 'out', 'Both of us'])('are none of a name in %s', (text) => {
    expect(refusal(document, { title: text, folder: text })).toBeNull();
  });
});
