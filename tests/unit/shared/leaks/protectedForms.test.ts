import { describe, expect, it } from 'vitest';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import type { EntityType } from '../../../../shared/model/entity';
import { findLeftovers } from '../../../../shared/leaks/findLeftovers';
import { LeakFinder } from '../../../../shared/leaks/LeakFinder';
import { protectedForms } from '../../../../shared/leaks/protectedForms';

const COMMON = new Set(['the', 'green', 'house', 'of', 'street']);
const isCommon = (word: string) => COMMON.has(word);

const entity = (name: string, type: EntityType = 'person', decision: 'withhold' | 'keep' = 'withhold') => ({
  id: name,
  type,
  name,
  aliases: [],
  decision,
});

const documentOf = (...entities: ReturnType<typeof entity>[]): ProjectDocument => ({
  ...emptyDocument(),
  entities,
});

const leftovers = (document: ProjectDocument, text: string) =>
  findLeftovers(
    [
      {
        speaker: null,
        tokens: text.split(' ').map((word) => ({ text: word, marker: false, start: null, end: null })),
      },
    ],
    LeakFinder.of(document, { ...nameKnowledge, isCommonWord: isCommon }),
  ).map(({ token }) => token);

describe('protectedForms', () => {
  it('keeps the writing and takes single words that are not common', () => {
    const forms = protectedForms(
      documentOf(entity('Müra Ôten'), entity('the Green House', 'place')),
      isCommon,
    );
    expect(forms.map(({ text }) => text)).toEqual(['müra ôten', 'müra', 'ôten', 'the green house']);
  });

  it('takes numbers and addresses only whole, addresses as they are said too', () => {
    const forms = protectedForms(
      documentOf(entity('+7 701 555 0101', 'phone'), entity('“mira@oten.org”', 'email')),
      isCommon,
    );
    expect(forms.map(({ text }) => text)).toEqual([
      '+7 701 555 0101',
      'mira@oten.org',
      'mira at oten dot org',
    ]);
  });

  it('leaves out what is kept, and says which words are part of a kept name', () => {
    const forms = protectedForms(
      documentOf(
        entity('Mira Oten'),
        entity('Mira Sava', 'person', 'keep'),
        entity('Oten', 'person', 'keep'),
      ),
      isCommon,
    );
    expect(forms).toEqual([
      { text: 'mira oten', entityId: 'Mira Oten' },
      { text: 'mira', entityId: 'Mira Oten', shared: true },
    ]);
  });
});

describe('findLeftovers', () => {
  const document = documentOf(
    entity('Mira Öten'),
    entity('+7 701 555 0101', 'phone'),
    entity('mira.sava@post.org', 'email'),
    entity('KZ 1234567', 'id'),
    entity('777 ABC 02', 'id'),
  );

  it.each([
    ['the surname alone', 'said öten’s friend', [1]],
    ['without its accents', 'said Oten again', [1]],
    ['in a compound', 'an Oten-friend', [1]],
    ['in an address', 'write to sava.oten@post.org', [2]],
    ['with a soft hyphen', 'said O\u00adten', [1]],
    ['in a marker’s description', 'the (DELETED-house of Öten)', [3]],
    ['a number grouped otherwise', 'call +7(701)555 01 01 now', [1]],
    ['a number without its country', 'call 555-01-01', [1]],
    ['a number with another prefix', 'call 8701 555 0101', [1]],
    ['a number that is dictated', 'call five five five oh one zero one now', [1]],
    ['an address that is said', 'write to mira sava at post dot org', [2]],
    ['a mailbox', 'it was mirasava@other.net', [2]],
    ['a document’s number in one', 'the card KZ1234567 was', [2]],
    ['a document’s number without its letters', 'the card 123 45 67 was', [2]],
    ['a car’s number in one', 'a car 777abc02 came', [2]],
    ['a car’s number with dashes', 'a car 777-ABC-02 came', [2]],
    ['another car’s number', 'a car 778 ABC 02 came', []],
    ['nothing', 'the green house', []],
    ['a longer word', 'Otenberg', []],
    ['another number', 'call 555-01-02', []],
  ])('finds the form %s', (_name, text, tokens) => {
    expect([...new Set(leftovers(document, text))]).toEqual(tokens);
  });

  it('finds a number that is dictated in Russian', () => {
    const number = documentOf(entity('8 705 222 3344', 'phone'));
    expect(leftovers(number, 'на семь ноль пять два два два три три четыре четыре вот')).toEqual([1]);
  });
});
