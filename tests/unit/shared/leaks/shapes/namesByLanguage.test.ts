import { describe, expect, it } from 'vitest';
import { nameKnowledge } from '../../../../../main/detect/nameKnowledge';
import { emptyDocument, type ProjectDocument } from '../../../../../shared/document/document';
import { LeakFinder } from '../../../../../shared/leaks/LeakFinder';
import { DECLINED, RESPECTFUL, SEMITIC, type FormsOfName } from '../../../../fixtures/otherLanguages';

/** Returns which of some words are asked about within a sentence. */
function told({ language, name }: FormsOfName, said: string): string[] {
  const entity = { id: 'e1', type: 'person' as const, name, aliases: [], decision: 'withhold' as const };
  const document: ProjectDocument = { ...emptyDocument(), language, entities: [entity] };
  const finder = LeakFinder.of(document, nameKnowledge);
  return said.split(' ').filter((word) => finder.find(['—', word, '—']).length > 0);
}

describe.each([
  ['case forms', DECLINED],
  ['what is written together with a name', SEMITIC],
  ['respectful forms', RESPECTFUL],
])('%s', (_what, table) => {
  const cases = table.map((one, n) => [one.language, n, one] as const);

  it.each(cases)('%s, %i: are asked about', (_, _n, one) => {
    expect(told(one, one.open)).toEqual(one.open.split(' '));
  });

  it.each(cases)('%s, %i: other words are not', (_, _n, one) => {
    expect(told(one, one.free)).toEqual([]);
  });
});
