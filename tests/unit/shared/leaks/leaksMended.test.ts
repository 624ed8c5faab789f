import { describe, expect, it } from 'vitest';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { parseTranscript } from '../../../../main/ingest/transcript/parseTranscript';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { makeMarks } from '../../../../shared/edits/makeMarks';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import { findLeftovers } from '../../../../shared/leaks/findLeftovers';
import { LeakFinder } from '../../../../shared/leaks/LeakFinder';
import { protectedForms } from '../../../../shared/leaks/protectedForms';
import { renderPublished } from '../../../../shared/plan/render';

/** Names once got out of an export in these ways. Each stays shut. */

function imported(words: object[]): ProjectDocument {
  const { nextId, ...transcript } = parseTranscript(Buffer.from(JSON.stringify({ words })), '.json');
  return { ...emptyDocument(), ...transcript, nextId };
}

function marked(document: ProjectDocument, text: string): ProjectDocument {
  const { command } = makeMarks(document, [{ text, type: 'person' }]);
  if (!command) throw new Error('nothing was marked');
  return applyCommand(document, command).document;
}

const said = (text: string): ProjectDocument =>
  imported(text.split(' ').map((word, i) => ({ text: word, start: i / 2, end: i / 2 + 0.5 })));

function leftoversIn(document: ProjectDocument): number {
  const finder = LeakFinder.of(document, { ...nameKnowledge, isCommonWord: () => false });
  const names = finder.names;
  return findLeftovers(renderPublished(document, buildPlan(document), names), finder).length;
}

describe('what once leaked', () => {
  it('masks a name to its end although somebody spoke into it', () => {
    const document = marked(
      imported([
        { text: 'Meruyet', start: 10, end: 12 },
        { text: 'mm', start: 10.1, end: 10.3 },
        { text: 'there', start: 12.6, end: 12.9 },
      ]),
      'Meruyet',
    );
    const [span] = buildPlan(document).spans;
    expect(span?.from).toBeLessThanOrEqual(9.85);
    expect(span?.to).toBeGreaterThanOrEqual(12.15);
  });

  it('withholds a name that stands only in a speaker’s label', () => {
    const document = marked(
      imported([
        { text: 'I', start: 1, end: 1.2, speaker: 'Mira Oten' },
        { text: 'left.', start: 1.3, end: 1.6, speaker: 'Mira Oten' },
        { text: 'Then?', start: 3, end: 3.4, speaker: 'Interviewer' },
      ]),
      'Mira Oten',
    );
    const names = protectedForms(document, () => false).map(({ text }) => text);
    const speakers = renderPublished(document, buildPlan(document), names).map(({ speaker }) => speaker);
    expect(speakers).toEqual(['(DELETED)', 'Interviewer']);
  });

  it.each([
    'The Meruyets',
    'at meruyetdask@example.org',
    'on #MeruyetDask',
    'by Meruyet1',
    'with Meruy\u{FE0F}et',
  ])('refuses what holds a name within a longer word: case %#', (rest) => {
    expect(leftoversIn(marked(said(`Meruyet came. ${rest} left.`), 'Meruyet'))).toBe(
      rest.includes('\u{FE0F}') ? 0 : 1,
    );
  });

  it('does not tell by a paragraph what stands inside a withheld run', () => {
    const words = (surname: string, paragraph?: true) => {
      const document = said(`I met Xi ${surname} today. Then home.`);
      return {
        ...document,
        words: document.words.map((word, i) => (i === 3 && paragraph ? { ...word, paragraph } : word)),
      };
    };
    const rendered = [words('Dask'), words('Dask', true)].map((document) => {
      const withName = marked(document, 'Xi Dask');
      return renderPublished(withName, buildPlan(withName), []);
    });
    expect(rendered[0]).toEqual(rendered[1]);
  });

  it('cuts a time mark at the end of the recording', () => {
    const { command } = makeMarks(said('one two three'), [{ from: 1, to: 1e308 }]);
    if (!command) throw new Error('nothing was marked');
    const { document } = applyCommand(said('one two three'), command);
    expect(buildPlan(document).spans).toEqual([{ from: 1, to: 1.5 }]);
  });
});
