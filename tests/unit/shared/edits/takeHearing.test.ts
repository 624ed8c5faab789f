import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type Hearing, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { correctWords } from '../../../../shared/edits/correctWords';
import { heardSpan, takeHearing } from '../../../../shared/edits/takeHearing';
import type { Entity, Mention, Span } from '../../../../shared/model/entity';
import type { Word } from '../../../../shared/model/word';
import { joinWords } from '../../../../shared/text/joinWords';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';

const SETTINGS = { model: { name: 'demo', sha256: 'a'.repeat(64) }, language: 'en', beam: 1, prompt: '' };
const DURATION = 60;

/** Makes words that begin a second apart and last half a second each, from a time on. */
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

/** Takes a hearing and returns the result. It holds that nothing is broken by it, and that it can be taken back. */
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

/** Returns what is published of the words. */
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
    // It reaches from where it was masked to where it is said now, and will be found more exactly.
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

  it('puts no space where a script has none', () => {
    const written = said('我们 昨天 在 那里', 10, 'w').map((word, i) => ({
      ...word,
      ...(i > 0 && { glued: true as const }),
    }));
    const hearing = hearingOf('stretch', { from: 11, to: 11.5 }, said('今天', 11, 'h'));
    const { document } = taken(documentOf(written, { hearing }));
    expect(joinWords(document.words)).toBe('我们今天在那里');
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

describe('what is withheld when a stretch is heard again', () => {
  const words = said('we met Dana Orlova at the old bridge', 10, 'w');
  const withheldWords = {
    entities: [entity('withhold')],
    mentions: [mark(['w2', 'w3'], { from: 11.85, to: 13.65 })],
  };

  it.each([
    ['where nothing stood', { from: 13, to: 19 }, 'and Serik', 14],
    ['at the end of what stood', { from: 12, to: 19 }, 'Dana and Serik', 12],
  ])('takes in what else a speaker says who is withheld: %s', (_, span, text, from) => {
    const turns = [...said('we met Dana', 10, 'w'), ...said('yes sure', 20, 'v')].map((word) => ({
      ...word,
      speaker: word.id.startsWith('w') ? 's1' : 's2',
    }));
    const { document } = taken(
      documentOf(turns, {
        entities: [entity('withhold', 'Interviewer')],
        mentions: [mark(['w0', 'w1', 'w2'], { from: 9.85, to: 12.65 }, { stretch: true })],
        hearing: hearingOf('stretch', span, said(text, from, 'h')),
      }),
    );
    expect(document.words.filter(({ speaker }) => speaker === 's1')).toHaveLength(5);
    expect(published(document)).toBe('X yes sure');
    expect(buildPlan(document).spans.at(-1)?.to).toBeGreaterThan(14.6);
  });

  it('is what is heard under a mask whose words were deleted', () => {
    const shown = documentOf(words, withheldWords);
    const correction = correctWords(
      shown,
      0,
      8,
      'we met at the old bridge'.split(' ').map((text, i) => ({ text, begins: i === 0 })),
    );
    if (!correction) throw new Error('nothing was deleted');
    const deleted = applyCommand(shown, correction).document;
    const hearing = hearingOf('stretch', { from: 12, to: 13.5 }, said('Dan Orlov', 12, 'h'));
    expect(published(taken({ ...deleted, hearing }).document)).toBe('we met X at the old bridge');
  });

  it('and taking that back leave alone what was heard since', () => {
    const first = hearingOf('stretch', { from: 12, to: 13.5 }, said('Dan Orlov', 12, 'h'));
    const newer = hearingOf('stretch', { from: 10, to: 11 }, said('he', 10, 'n'));
    const before = documentOf(words, { hearing: first });
    const taking = takeHearing(before);
    if (!taking) throw new Error('there is nothing to take');
    const take = applyCommand(before, taking.command);
    const since = { ...take.document, hearing: newer };
    const undone = applyCommand(since, take.inverse);
    expect(undone.document).toMatchObject({ words: before.words, hearing: newer });
    const redone = applyCommand(undone.document, undone.inverse);
    expect(redone.document).toMatchObject({ words: take.document.words, hearing: newer });
  });

  it('does not leave a word kept that may be the one beside it', () => {
    const asked = said('please mark it', 10, 'w');
    const kept = mark(['w1'], { from: 10.85, to: 11.65 }, { decision: 'keep', said: 'mark' });
    const heard = said('please mark mark it', 10, 'h').map((word, i) => {
      const start = 10 + ([0, 1, 1.5, 2][i] ?? 0);
      return { ...word, start, end: start + 0.4 };
    });
    const documentWith = (text: Word[]) =>
      documentOf(asked, {
        entities: [entity('undecided', 'mark')],
        mentions: [kept],
        hearing: hearingOf('stretch', { from: 10, to: 12.5 }, text),
      });
    expect(taken(documentWith(heard)).taking).toMatchObject({ carried: 0, open: [{ kept: true }] });
    expect(taken(documentWith(heard.filter((_, i) => i !== 2))).taking).toMatchObject({
      carried: 1,
      open: [],
    });
  });

  it('stays as it was drawn', () => {
    const drawn = mark(['w2', 'w3'], { from: 12.2, to: 13.2 }, { drawn: true });
    const { document } = taken(
      documentOf(words, {
        ...withheldWords,
        mentions: [drawn],
        hearing: hearingOf('stretch', { from: 12, to: 13.5 }, said('Dana Orlova', 12.05, 'h')),
      }),
    );
    expect(document.mentions).toEqual([drawn]);
  });

  it('keeps its margin where a word is said later than it was, and is the same where it is not', () => {
    const hearing = (from: number) =>
      hearingOf('stretch', { from: 12, to: 13.8 }, said('Dana Orlova', from, 'h'));
    const later = taken(documentOf(words, { ...withheldWords, hearing: hearing(12.15) })).document;
    expect(later.mentions[0]?.span?.to).toBeGreaterThanOrEqual(13.8);
    const same = taken(documentOf(words, { ...withheldWords, hearing: hearing(12) })).document;
    expect(same.mentions).toEqual(withheldWords.mentions);
  });

  it('is masked where it is said, also where its turn comes later', () => {
    const typed = words.flatMap((word, i): Word[] => {
      const { confidence: _, ...rest } = word;
      return i === 1 ? [{ ...rest, text: 'knew', start: 11.9, end: 12 }] : [word];
    });
    const heard = said('we new Dana Orlova at the old bridge', 10, 'h').map((word, i) => {
      const start = 10 + 0.5 * i;
      return { ...word, start, end: start + 0.4 };
    });
    const { document } = taken(
      documentOf(typed, { ...withheldWords, hearing: hearingOf('all', { from: 0, to: DURATION }, heard) }),
    );
    expect(document.words.map(({ start }) => start)).toEqual([10, 11.9, 11.9, 11.9, 12, 12.5, 13, 13.5]);
    expect(buildPlan(document).spans[0]?.from).toBeLessThanOrEqual(11);
  });
});

describe('while a transcription is stopped', () => {
  const words = said('we met Dana Orlova', 10, 'w');
  const transcription = {
    settings: SETTINGS,
    windows: [
      { from: 0, to: 14 },
      { from: 14, to: DURATION },
    ],
    finished: 1,
  };

  it('what is taken leaves room for the words to come', () => {
    const hearing = hearingOf(
      'stretch',
      { from: 12, to: 20 },
      said('Dana Orlova at the old bridge', 12, 'h'),
    );
    const { document } = taken(documentOf(words, { transcription, hearing }));
    expect(textOf(document)).toBe('we met Dana Orlova');
    const next = said('at the old bridge', 14, 'n');
    const after = applyCommand(document, {
      label: 'Transcribe',
      steps: [{ type: 'addWindow', words: next, language: 'en' }],
    }).document;
    expect(brokenInvariants(after)).toEqual([]);
  });

  it('another one that came farther goes on in its place', () => {
    const windows = [
      { from: 0, to: 20 },
      { from: 20, to: DURATION },
    ];
    const heard = said('we met Dana Orlova at the old bridge', 10, 'h');
    const hearing = hearingOf('all', { from: 0, to: DURATION }, heard, { windows });
    const { document } = taken(documentOf(words, { transcription, hearing }));
    expect(textOf(document)).toBe('we met Dana Orlova at the old bridge');
    expect(document.transcription).toMatchObject({ windows, finished: 1, settings: { beam: 5 } });
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
