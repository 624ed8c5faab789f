import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/model/errors';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { acceptSuggestions, makeMarks } from '../../../../shared/edits/makeMarks';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import { protectedForms } from '../../../../shared/leaks/protectedForms';
import { setEdge } from '../../../../shared/edits/setEdge';

/** Makes a document whose words last half a second each, one after another. */
function documentOf(text: string): ProjectDocument {
  const words = text
    .split(' ')
    .map((word, i) => ({ id: `w${i}`, text: word, start: i / 2, end: i / 2 + 0.5 }));
  return { ...emptyDocument(), words, nextId: words.length + 1 };
}

function marked(document: ProjectDocument, ...marks: Parameters<typeof makeMarks>[1]): ProjectDocument {
  const { command } = makeMarks(document, marks);
  const after = command ? applyCommand(document, command).document : document;
  expect(brokenInvariants(after)).toEqual([]);
  return after;
}

describe('makeMarks', () => {
  it('takes every place where the words stand, whatever their case and punctuation', () => {
    const document = documentOf('We saw Mira Oten. “MIRA OTEN” said Mira left. And Mira Oten’s house.');
    const { runs } = buildPlan(marked(document, { text: 'Mira Oten' }));
    expect(runs.map(({ first, last }) => [first, last])).toEqual([
      [2, 3],
      [4, 5],
      [10, 11],
    ]);
  });

  it('marks nothing twice and changes the description of what is marked', () => {
    const once = marked(documentOf('Ask Mira Oten today'), { text: 'Mira Oten', type: 'person' });
    const again = marked(once, { text: 'mira oten', description: 'a neighbour', join: 'space' });
    expect(again.mentions).toHaveLength(1);
    expect(again.entities).toHaveLength(1);
    expect(again.entities[0]).toMatchObject({ type: 'person', description: 'a neighbour' });
    expect(buildPlan(again).runs[0]?.marker).toBe('(DELETED a neighbour)');
  });

  it('takes a time as given and withholds the words it touches', () => {
    const document = marked(documentOf('one two three four five'), { from: 0.75, to: 1.25 });
    const plan = buildPlan(document);
    expect(plan.spans).toEqual([{ from: 0.75, to: 1.25 }]);
    expect(plan.runs.map(({ first, last }) => [first, last])).toEqual([[1, 2]]);
  });

  it('withholds a time that is marked again, whatever it was before, and protects what was protected', () => {
    const time = { from: 1.6, to: 1.9 };
    const stretch = marked(documentOf('one two three Oten five'), { ...time, stretch: true });
    const [mention] = stretch.mentions;
    if (!mention) throw new Error('nothing was marked');
    const kept = { ...stretch, mentions: [{ ...mention, decision: 'keep' as const }] };
    const again = marked(kept, time);
    expect(buildPlan(again).spans).toEqual([time]);
    expect(protectedForms(again, () => false).map(({ text }) => text)).toEqual(['oten']);

    const corrected = again.words.map((word) => (word.text === 'Oten' ? { ...word, text: 'Otten' } : word));
    const forms = protectedForms(marked({ ...again, words: corrected }, time), () => false);
    expect(forms.map(({ text }) => text)).toEqual(['otten', 'oten']);
  });

  it('leaves a marker where a stretch of sound without words is withheld', () => {
    const words = documentOf('one two').words.map((word, i) => ({ ...word, start: i * 10, end: i * 10 + 1 }));
    const document = marked({ ...documentOf('one two'), words }, { from: 4, to: 5 });
    expect(buildPlan(document).runs).toMatchObject([{ first: 1, last: 0, marker: '(DELETED)' }]);
  });

  it('withholds all that one speaker says, and what they say may be said by others', () => {
    const plain = documentOf('Where was Oten? Almaty with Dana. Why Almaty?');
    const words = plain.words.map((word, i) => ({ ...word, speaker: i >= 3 && i < 6 ? 's2' : 's1' }));
    const speakers = [
      { id: 's1', name: 'Interviewer' },
      { id: 's2', name: 'Witness' },
    ];
    const document = marked({ ...plain, words, speakers }, { speaker: 'witness' });
    const { runs, spans } = buildPlan(document);
    expect(runs.map(({ first, last }) => [first, last])).toEqual([[3, 5]]);
    expect(spans).toEqual([{ from: 1.35, to: 3.15 }]);
    expect(protectedForms(document, (word) => word === 'witness')).toEqual([]);
    expect(makeMarks(document, [{ speaker: 'Nobody' }]).notFound).toEqual([0]);
  });

  it('withholds everything from one point to another, and its words may stand elsewhere', () => {
    const stretch = marked(documentOf('one two three Oten five'), { from: 1, to: 2.2, stretch: true });
    expect(buildPlan(stretch).runs.map(({ first, last }) => [first, last])).toEqual([[2, 4]]);
    expect(protectedForms(stretch, () => false)).toEqual([]);
    const drawn = marked(documentOf('one two three Oten five'), { from: 1.6, to: 1.9 });
    expect(protectedForms(drawn, () => false).map(({ text }) => text)).toEqual(['oten']);
  });

  it('takes the spans it is told', () => {
    const { command } = makeMarks(documentOf('Ask Oten today'), [{ text: 'Oten' }], () => ({
      from: 0.3,
      to: 1.3,
    }));
    const document = applyCommand(documentOf('Ask Oten today'), command ?? { label: '', steps: [] }).document;
    expect(buildPlan(document).spans).toEqual([{ from: 0.3, to: 1.3 }]);
  });

  it('refuses a time behind the end and marks nothing at all', () => {
    const document = documentOf('one two three');
    expect(() => makeMarks(document, [{ text: 'one' }, { from: 60, to: 61 }])).toThrow(AppError);
  });

  it('refuses times where there is no timeline', () => {
    const words = documentOf('one two').words.map((word) => ({ ...word, start: null, end: null }));
    expect(() => makeMarks({ ...documentOf('one two'), words }, [{ from: 0, to: 1 }])).toThrow(/no times/);
  });

  it('says which marks stand nowhere', () => {
    const { notFound, mentions } = makeMarks(documentOf('one two'), [{ text: 'three' }, { text: 'two' }]);
    expect({ notFound, mentions }).toEqual({ notFound: [0], mentions: 1 });
  });

  it('undoes to the document that was', () => {
    const document = documentOf('Ask Mira Oten and Mira');
    const { command } = makeMarks(document, [{ text: 'Mira' }, { from: 0, to: 0.5 }]);
    if (!command) throw new Error('nothing was marked');
    const { document: after, inverse } = applyCommand(document, command);
    expect(applyCommand(after, inverse).document).toEqual({ ...document, nextId: after.nextId });
  });
});

describe('acceptSuggestions', () => {
  const suggestion = (text: string, ...wordIds: string[]) => ({
    type: 'person' as const,
    text,
    wordIds,
    start: 0,
    end: 1,
    score: 1,
    why: 'test',
  });

  it('joins the part of a name to the whole name', () => {
    const document = documentOf('Mira Oten came and Oten left');
    const made = acceptSuggestions(document, [suggestion('Oten', 'w4'), suggestion('Mira Oten', 'w0', 'w1')]);
    if (!made.command) throw new Error('nothing was accepted');
    const after = applyCommand(document, made.command).document;
    expect(after.entities.map(({ name }) => name)).toEqual(['Mira Oten']);
    expect(after.mentions).toHaveLength(2);
  });

  it('does not overrule what the editor keeps', () => {
    const document = documentOf('Mira Oten came');
    const entity = {
      id: 'e9',
      type: 'person' as const,
      name: 'Mira Oten',
      aliases: [],
      decision: 'keep' as const,
    };
    const made = acceptSuggestions({ ...document, entities: [entity] }, [
      suggestion('Mira Oten', 'w0', 'w1'),
    ]);
    expect(made.command).toBeNull();
  });
});

describe('setEdge', () => {
  const document = marked(documentOf('one two Oten four five'), { text: 'Oten' });
  const id = document.mentions[0]?.id ?? '';

  it('takes an edge as given and leaves the other', () => {
    const before = document.mentions[0]?.span;
    const { command, span } = setEdge(document, id, { from: 0.901 });
    expect(span).toEqual({ from: 0.901, to: before?.to });
    const after = applyCommand(document, command).document;
    expect(buildPlan(after).spans).toEqual([span]);
    expect(buildPlan(after).runs.map(({ first, last }) => [first, last])).toEqual([[2, 2]]);
  });

  it.each([
    ['m999', { from: 1 }, 'MARK_NOT_FOUND'],
    [id, { from: 50 }, 'MARKS_INVALID'],
    [id, { from: 1.4, to: 1.4 }, 'MARKS_INVALID'],
  ])('refuses %s with %j', (mention, edges, code) => {
    expect(() => setEdge(document, mention, edges)).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('a name that is an everyday word', () => {
  const runsOf = (document: ProjectDocument) => buildPlan(document).runs.map(({ first }) => first);

  it('blanks no word where it stands as a name in a label alone', () => {
    const document = documentOf('They said grant it and I will go.');
    const speakers = [{ id: 's1', name: 'Will' }];
    const words = document.words.map((word) => ({ ...word, speaker: 's1' }));
    const { command, places } = makeMarks({ ...document, words, speakers }, [{ text: 'Will' }]);
    expect(command?.steps.some(({ type }) => type === 'putMention')).toBe(false);
    expect(places).toEqual([{ wordIds: [], speaker: 's1' }]);
  });

  it('takes those with a capital where none stands as a name', () => {
    expect(runsOf(marked(documentOf('I will go. Will you? We will.'), { text: 'Will' }))).toEqual([3]);
    expect(runsOf(marked(documentOf('He said I will go. You will.'), { text: 'Will' }))).toEqual([3, 6]);
  });

  it('tells which places it takes', () => {
    const { places } = makeMarks(documentOf('They mark it. They beat Mark again.'), [{ text: 'Mark' }]);
    expect(places).toEqual([{ wordIds: ['w5'] }]);
  });
});
