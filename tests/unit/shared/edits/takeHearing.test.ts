import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type Hearing, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { heardSpan, takeHearing } from '../../../../shared/edits/takeHearing';
import type { Entity, Mention, Span } from '../../../../shared/model/entity';
import type { Word } from '../../../../shared/model/word';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';

const SETTINGS = { model: { name: 'demo', sha256: 'a'.repeat(64) }, language: 'en', beam: 1, prompt: '' };
const DURATION = 60;

/** Words a second apart, each half a second long, from a time on. */
const said = (text: string, from: number, prefix: string, sure = true): Word[] =>
  text.split(' ').map((word, i) => ({
    id: `${prefix}${i}`,
    text: word,
    start: from + i,
    end: from + i + 0.5,
    ...(sure && { confidence: 0.9 }),
  }));

function documentOf(words: readonly Word[], changes: Partial<ProjectDocument> = {}): ProjectDocument {
  const [first, ...rest] = words;
  return {
    ...emptyDocument(),
    nextId: 100,
    media: {
      duration: DURATION,
      picture: null,
      tracks: [{ codec: 'flac', sampleRate: 16000, channels: 1, layout: 'mono', bitDepth: 16, float: false }],
      track: 0,
    },
    transcription: { settings: SETTINGS, windows: [{ from: 0, to: DURATION }], finished: 1 },
    words: first ? [{ ...first, paragraph: true }, ...rest] : [],
    speakers: [
      { id: 's1', name: 'Interviewer' },
      { id: 's2', name: 'Guest' },
    ],
    ...changes,
  };
}

const hearingOf = (
  of: Hearing['of'],
  span: Span,
  words: Word[],
  changes: Partial<Hearing> = {},
): Hearing => ({
  of,
  span,
  settings: { ...SETTINGS, beam: 5 },
  windows: [span],
  finished: 1,
  language: 'en',
  words,
  ...changes,
});

const entity = (decision: Entity['decision'], name = 'Dana Orlova'): Entity => ({
  id: 'e1',
  type: 'person',
  name,
  aliases: [],
  decision,
});

const mark = (wordIds: string[], span: Span | null, changes: Partial<Mention> = {}): Mention => ({
  id: 'm1',
  entityId: 'e1',
  wordIds,
  span,
  drawn: false,
  ...changes,
});

/** Takes it, holds that nothing is broken by it and that it can be taken back, and gives what is there then. */
function taken(document: ProjectDocument): {
  document: ProjectDocument;
  taking: NonNullable<ReturnType<typeof takeHearing>>;
} {
  const taking = takeHearing(document);
  if (!taking) throw new Error('there is nothing to take');
  const after = applyCommand(document, taking.command);
  expect(brokenInvariants(after.document)).toEqual([]);
  expect(after.document.hearing).toBeUndefined();
  const back = applyCommand(after.document, after.inverse).document;
  expect({ ...back, nextId: 0 }).toEqual({ ...document, nextId: 0 });
  return { document: after.document, taking };
}

const textOf = ({ words }: ProjectDocument): string => words.map(({ text }) => text).join(' ');

/** What is published of the words. */
function published(document: ProjectDocument): string {
  const { runs } = buildPlan(document);
  return document.words
    .flatMap(({ text }, i) => {
      const run = runs.find(({ first, last }) => i >= first && i <= last);
      return run ? (run.first === i ? ['X'] : []) : [text];
    })
    .join(' ');
}

describe('taking a stretch that was heard again', () => {
  const words = said('we met Dana Orlova at the old bridge', 10, 'w');

  it('replaces its words and no others, in one step', () => {
    const heard = said('Dan Orlov', 12, 'h');
    const { document, taking } = taken(
      documentOf(words, { hearing: hearingOf('stretch', { from: 12, to: 13.5 }, heard) }),
    );
    expect(textOf(document)).toBe('we met Dan Orlov at the old bridge');
    expect(taking.rows.map(({ kind, before, after }) => [kind, before.length, after.length])).toEqual([
      ['changed', 2, 2],
    ]);
    expect(document.words.filter(({ id }) => id.startsWith('w') && Number(id.slice(1)) < 100)).toEqual(
      words
        .filter(({ id }) => id !== 'w2' && id !== 'w3')
        .map((word, i) => (i === 0 ? { ...word, paragraph: true } : word)),
    );
  });

  it('leaves out what was heard of the words beside it', () => {
    const heard = [
      ...said('met', 11.1, 'a'),
      ...said('Dana Orlovna', 12.05, 'b'),
      ...said('at the', 13.7, 'c'),
    ];
    const { document } = taken(
      documentOf(words, { hearing: hearingOf('stretch', { from: 12, to: 13.5 }, heard) }),
    );
    expect(textOf(document)).toBe('we met Dana Orlovna at the old bridge');
  });

  it('carries marks over to words that are heard again, and masks them where they are said now', () => {
    const heard = said('Dana Orlova', 12.4, 'h');
    const { document, taking } = taken(
      documentOf(words, {
        entities: [entity('withhold')],
        mentions: [mark(['w2', 'w3'], { from: 11.85, to: 13.65 })],
        hearing: hearingOf('stretch', { from: 12, to: 13.9 }, heard),
      }),
    );
    expect(taking).toMatchObject({ carried: 1, open: [] });
    expect(published(document)).toBe('we met X at the old bridge');
    const [mention] = document.mentions;
    // From where it was masked to where it is said now, and to be found more exactly.
    expect(mention?.span?.from).toBe(11.85);
    expect(mention?.span?.to).toBeGreaterThan(13.9);
    expect(mention?.rough).toBe(true);
  });

  it.each([
    ['one word for two', 'Danorlova', 12, 'we met X at the old bridge'],
    ['three for two', 'Dan or lover', 11.9, 'we met X at the old bridge'],
    ['only the first again', 'Dana overall', 12, 'we met X at the old bridge'],
    ['with another between', 'Dana erm Orlova', 11.8, 'we met X at the old bridge'],
  ])('withholds what is heard in place of marked words: %s', (_, text, from, expected) => {
    const heard = said(text, from, 'h').map((word, i) => ({
      ...word,
      start: from + i * 0.5,
      end: from + i * 0.5 + 0.45,
    }));
    const { document, taking } = taken(
      documentOf(words, {
        entities: [entity('withhold')],
        mentions: [mark(['w2', 'w3'], { from: 11.85, to: 13.65 })],
        hearing: hearingOf('stretch', { from: 12, to: 13.5 }, heard),
      }),
    );
    expect(published(document)).toBe(expected);
    expect(taking.carried).toBe(0);
    expect(taking.open).toMatchObject(
      text.includes('erm') ? [{ mentionId: 'm1' }] : [{ mentionId: 'm1', kept: false }],
    );
    expect(buildPlan(document).spans[0]?.from).toBeLessThanOrEqual(11.85);
    expect(buildPlan(document).spans.at(-1)?.to).toBeGreaterThanOrEqual(13.65);
  });

  it('keeps a mask where nothing is heard any more, with a marker in the text', () => {
    const { document, taking } = taken(
      documentOf(words, {
        entities: [entity('withhold')],
        mentions: [mark(['w2', 'w3'], { from: 11.85, to: 13.65 })],
        hearing: hearingOf('stretch', { from: 12, to: 13.5 }, []),
      }),
    );
    expect(textOf(document)).toBe('we met at the old bridge');
    expect(taking.open).toMatchObject([{ mentionId: 'm1', span: { from: 11.85, to: 13.65 }, kept: false }]);
    const plan = buildPlan(document);
    expect(plan.spans).toEqual([{ from: 11.85, to: 13.65 }]);
    expect(plan.runs).toMatchObject([{ first: 2, last: 1 }]);
  });

  it('does not publish by a decision about other words', () => {
    const heard = said('Vera Orlova', 12, 'h');
    const { document, taking } = taken(
      documentOf(words, {
        entities: [entity('withhold')],
        mentions: [mark(['w2', 'w3'], { from: 11.85, to: 13.65 }, { decision: 'keep', said: 'Dana Orlova' })],
        hearing: hearingOf('stretch', { from: 12, to: 13.5 }, heard),
      }),
    );
    expect(taking.open).toMatchObject([{ mentionId: 'm1', kept: true }]);
    expect(document.mentions[0]?.wordIds).toEqual([]);
  });

  it('gives words the speaker and the lines of those they stand for', () => {
    const spoken = words.map((word, i) => ({
      ...word,
      speaker: i < 4 ? 's1' : 's2',
      ...(i === 6 && { paragraph: true as const }),
    }));
    const heard = said('Dan Orlov at a cold bridge', 12, 'h');
    const { document } = taken(
      documentOf(spoken, { hearing: hearingOf('stretch', { from: 12, to: 17.5 }, heard) }),
    );
    expect(textOf(document)).toBe('we met Dan Orlov at a cold bridge');
    expect(document.words.map(({ speaker }) => speaker)).toEqual([
      's1',
      's1',
      's1',
      's1',
      's2',
      's2',
      's2',
      's2',
    ]);
    expect(document.words.map(({ paragraph }) => paragraph === true)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it('puts what is in another language in a line of its own', () => {
    const heard = said('сначала потом', 12, 'h').map((word) => ({ ...word, language: 'ru' }));
    const { document } = taken(
      documentOf(words, { hearing: hearingOf('stretch', { from: 12, to: 13.5 }, heard) }),
    );
    const begins = document.words.flatMap((word, i) => (word.paragraph ? [i] : []));
    expect(begins).toEqual([0, 2, 4]);
    expect(document.words.map(({ language }) => language ?? 'en')).toEqual([
      'en',
      'en',
      'ru',
      'ru',
      'en',
      'en',
      'en',
      'en',
    ]);
  });

  it('takes what is heard so far of a long one', () => {
    const windows = [
      { from: 10, to: 12 },
      { from: 12, to: 18 },
    ];
    const hearing = hearingOf('stretch', { from: 10, to: 17.5 }, said('they met', 10, 'h'), {
      windows,
      finished: 1,
    });
    expect(heardSpan(hearing)).toEqual({ from: 10, to: 12 });
    expect(textOf(taken(documentOf(words, { hearing })).document)).toBe(
      'they met Dana Orlova at the old bridge',
    );
    expect(takeHearing(documentOf(words, { hearing: { ...hearing, finished: 0, words: [] } }))).toBeNull();
  });
});

describe('taking all of a recording that was heard again', () => {
  const all = { from: 0, to: DURATION };

  it('makes a transcript that came from elsewhere one of this recording', () => {
    const imported = said('we met Dana Orlova at the bridge', 10, 'w', false).map((word) => ({
      ...word,
      speaker: 's2',
    }));
    const heard = said('We met Dana Orlova at a bridge.', 10.5, 'h');
    const { document } = taken(
      documentOf(imported, {
        transcription: null,
        entities: [entity('withhold')],
        mentions: [mark(['w2', 'w3'], { from: 11.85, to: 13.65 })],
        hearing: hearingOf('all', all, heard),
      }),
    );
    expect(published(document)).toBe('We met X at a bridge.');
    expect(document.transcription?.settings.beam).toBe(5);
    expect(document.words.every(({ speaker }) => speaker === 's2')).toBe(true);
    expect(document.words.map(({ start }) => start)).toEqual(heard.map(({ start }) => start));
  });

  it('gives marks of a transcript without times a mask, around their place where the words are not heard', () => {
    const untimed = said('we met Dana Orlova at the bridge with Serik', 0, 'w', false).map((word) => ({
      ...word,
      start: null,
      end: null,
    }));
    const heard = said('we met Dan Orlov at the bridge with Serik', 20, 'h');
    const { document, taking } = taken(
      documentOf(untimed, {
        transcription: null,
        entities: [entity('withhold')],
        mentions: [mark(['w2', 'w3'], null), mark(['w8'], null, { id: 'm2' })],
        hearing: hearingOf('all', all, heard),
      }),
    );
    expect(published(document)).toBe('we met X at the bridge with X');
    expect(taking).toMatchObject({ carried: 1, open: [{ mentionId: 'm1' }] });
    for (const { span } of document.mentions) expect(span).not.toBeNull();
    expect(buildPlan(document).spans[0]?.from).toBeLessThanOrEqual(22);
    expect(buildPlan(document).spans[0]?.to).toBeGreaterThanOrEqual(23.5);
    expect(
      takeHearing(
        documentOf(untimed, {
          transcription: null,
          hearing: hearingOf('all', all, heard, { windows: [all, all] }),
        }),
      ),
    ).toBeNull();
  });

  it('leaves what a person wrote, and takes the rest', () => {
    const words = said('we met Peter of yesterday near the bridge', 10, 'w');
    const corrected = words.flatMap((word): Word[] => {
      const { confidence: _, ...typed } = word;
      return word.id === 'w2' ? [{ ...typed, text: 'Petrov', end: 13.5 }] : word.id === 'w3' ? [] : [word];
    });
    const heard = said('we met Peter of Saturday near the bridge', 10, 'h');
    const { document, taking } = taken(documentOf(corrected, { hearing: hearingOf('all', all, heard) }));
    expect(taking.rows.map(({ kind }) => kind)).toEqual(['same', 'stays', 'same']);
    expect(textOf(document)).toBe('we met Petrov yesterday near the bridge');
    expect(document.words[2]).toEqual(corrected[2]);
  });

  it('does not empty a transcript where nothing is heard', () => {
    const words = said('we met', 10, 'w');
    expect(takeHearing(documentOf(words, { hearing: hearingOf('all', all, []) }))).toBeNull();
  });
});
