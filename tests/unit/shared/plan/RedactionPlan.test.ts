import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOfWords } from '../../../../shared/plan/boundaries';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import type { Mention } from '../../../../shared/model/entity';
import { indexWords } from '../../../../shared/plan/wordIndex';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import type { TimedWord } from '../../../../shared/model/word';

const entity = (id: string, decision: 'withhold' | 'keep') => ({
  id,
  type: 'person' as const,
  name: id,
  aliases: [],
  decision,
});

/** Makes a document with words of half a second each, and the given mentions. */
function documentOf(count: number, mentions: Mention[]): ProjectDocument {
  const words = Array.from({ length: count }, (_, i) => ({
    id: `w${i}`,
    text: `word${i}`,
    start: i / 2,
    end: i / 2 + 0.5,
  }));
  return { ...emptyDocument(), words, entities: [entity('a', 'withhold'), entity('k', 'keep')], mentions };
}

const mention = (id: string, wordIds: string[], more: Partial<Mention> = {}): Mention => ({
  id,
  entityId: 'a',
  wordIds,
  span: null,
  drawn: false,
  ...more,
});

const arbitraryMention = fc
  .record({
    entityId: fc.constantFrom('a', 'k'),
    decision: fc.option(fc.constantFrom('withhold' as const, 'keep' as const, 'undecided' as const), {
      nil: undefined,
    }),
    first: fc.nat(19),
    length: fc.integer({ min: 1, max: 5 }),
    drawn: fc.boolean(),
  })
  .map(({ entityId, decision, first, length, drawn }) => ({
    entityId,
    ...(decision && { decision }),
    wordIds: drawn ? [] : Array.from({ length: Math.min(length, 20 - first) }, (_, i) => `w${first + i}`),
    span: { from: first / 2 + 0.1, to: first / 2 + 0.1 + length / 3 },
    drawn,
  }));

describe('buildPlan', () => {
  it('has sorted runs that share no word and cover every withheld word, and disjoint spans that cover every span', () => {
    fc.assert(
      fc.property(fc.array(arbitraryMention, { maxLength: 12 }), (list) => {
        const mentions = list.map((item, i): Mention => ({ ...item, id: `m${i}` }));
        const document = documentOf(20, mentions);
        const plan = buildPlan(document);
        const covered = new Set<number>();
        for (const [i, run] of plan.runs.entries()) {
          const before = plan.runs[i - 1];
          if (before) expect(run.first).toBeGreaterThanOrEqual(Math.max(before.first, before.last + 1));
          for (let k = run.first; k <= run.last; k++) covered.add(k);
        }
        const withheld = mentions.filter(
          (m) => (m.decision ?? (m.entityId === 'a' ? 'withhold' : 'keep')) === 'withhold',
        );
        const wanted = new Set(
          withheld.flatMap((m) => [
            ...m.wordIds.map((id) => Number(id.slice(1))),
            ...(m.drawn && m.span ? indexWords(document.words).touching(m.span) : []),
          ]),
        );
        expect([...covered].sort((a, b) => a - b)).toEqual([...wanted].sort((a, b) => a - b));
        for (const m of withheld) {
          expect(plan.spans.some((s) => m.span && s.from <= m.span.from && s.to >= m.span.to)).toBe(true);
          expect(plan.runs.some((run) => run.mentionIds.includes(m.id))).toBe(true);
        }
        for (const [i, span] of plan.spans.entries()) {
          expect(span.from).toBeLessThan(span.to);
          expect(span.from).toBeGreaterThan(plan.spans[i - 1]?.to ?? -1);
        }
      }),
    );
  });

  it('does not depend on the order of the mentions where they do not overlap', () => {
    const mentions = [mention('m1', ['w1']), mention('m2', ['w4', 'w5']), mention('m3', ['w9'])];
    const runs = (list: Mention[]) => buildPlan(documentOf(12, list)).runs;
    expect(runs(mentions.toReversed())).toEqual(runs(mentions));
  });

  it('gives one marker to a run marked as one, and one to each part of a mention that is torn apart', () => {
    const runs = buildPlan(documentOf(9, [mention('m1', ['w1', 'w2', 'w3', 'w6'])])).runs;
    expect(runs.map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [6, 6],
    ]);
  });

  it('makes sound without words part of the words it overlaps', () => {
    const span = { from: 1, to: 1.5 };
    const words = mention('m1', ['w2'], { span });
    const sound = mention('m2', [], { span: { from: 1.4, to: 1.45 }, drawn: true });
    const document = documentOf(6, [words, sound]);
    const shorter = {
      ...document,
      words: document.words.map((w) => (w.id === 'w2' ? { ...w, end: 1.2 } : w)),
    };
    expect(buildPlan(shorter).runs).toEqual(buildPlan(document).runs);
    expect(buildPlan(shorter).runs).toHaveLength(1);
  });
});

describe('words of which only a stretch is known', () => {
  const words: TimedWord[] = [
    { id: 'w1', text: 'ask', start: 10, end: 11, within: { from: 10, to: 14 } },
    { id: 'w2', text: 'Oten', start: 11, end: 12, within: { from: 10, to: 14 } },
  ];

  it('are withheld with the whole stretch', () => {
    expect(spanOfWords(words.slice(1), 60)).toEqual({ from: 9.85, to: 14.15 });
  });

  it('are touched wherever they may be said', () => {
    expect(indexWords(words).touching({ from: 13, to: 13.5 })).toEqual([0, 1]);
  });
});
