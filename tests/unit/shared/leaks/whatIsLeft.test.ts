import { describe, expect, test } from 'vitest';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { LeakFinder } from '../../../../shared/leaks/LeakFinder';
import { plannedText } from '../../../../shared/leaks/plannedText';
import { whatIsLeft, type Told } from '../../../../shared/leaks/whatIsLeft';

/** An interview with a witness whose name is withheld in one place, where readers get a description. */
const interview = ({ label = 'A', description = 'a friend' } = {}): ProjectDocument => ({
  ...emptyDocument(),
  language: 'en',
  words: ['We', 'know', 'Tamira.', 'Yes.'].map((text, i) => ({
    ...{ id: `w${i}`, text, start: i, end: i + 0.5 },
    speaker: 's1',
  })),
  speakers: [{ id: 's1', name: label }],
  entities: [
    { id: 'e1', type: 'person', name: 'Tamira Ostan', aliases: [], decision: 'withhold', description },
    { id: 'e2', type: 'person', name: 'Ёлкина Алёна', aliases: [], decision: 'withhold' },
    { id: 'e3', type: 'person', name: 'Katherine', aliases: [], decision: 'withhold' },
  ],
  mentions: [{ id: 'm1', entityId: 'e1', wordIds: ['w2'], span: { from: 2, to: 2.5 }, drawn: false }],
});
const kindsIn = (document: ProjectDocument, told?: Told): string[] =>
  whatIsLeft(document, LeakFinder.of(document, nameKnowledge), told).map(({ kind }) => kind);

describe('a description for readers is asked about', () => {
  test.each(['TO', 'T.O.', 'to Ostan', 'T O', 'Ost*n', 'T4mira'])('that says %s', (description) => {
    expect(kindsIn(interview({ description }))).toEqual(['description']);
  });

  test.each(['a friend', 'somebody from the office', 'AB'])('and no other: %s', (description) => {
    expect(kindsIn(interview({ description }))).toEqual([]);
  });
});

describe('a label in small letters is asked about, or replaced,', () => {
  const published = (label: string) => {
    const document = interview({ label });
    return plannedText(document, LeakFinder.of(document, nameKnowledge)).paragraphs[0]?.speaker;
  };
  test.each(['kate', 'kit', 'to', 'tamira', 'ostan t.'])('as %s', (label) => {
    expect(published(label) === '(DELETED)' || kindsIn(interview({ label })).includes('label')).toBe(true);
  });

  test.each(['a', 'q', 'int', 'interviewer', 'we', 'guest'])('and %s is not', (label) => {
    expect(published(label)).toBe(label);
    expect(kindsIn(interview({ label }))).toEqual([]);
  });
});

test('a name with ё is known by what Latin letters make of it, where only spellings count', () => {
  expect(kindsIn(interview(), { folder: 'yolkina' })).toEqual(['folder']);
  expect(kindsIn(interview(), { folder: 'elkina' })).toEqual(['folder']);
  expect(kindsIn(interview(), { folder: 'alyona-2' })).toEqual(['folder']);
});
