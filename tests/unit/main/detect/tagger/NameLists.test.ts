import { describe, expect, it } from 'vitest';
import { HashTable } from '../../../../../main/detect/lexicon/HashTable';
import { LISTED, NameLists, placeKeys } from '../../../../../main/detect/tagger/NameLists';

const PLACES = [
  'Велмария',
  'Карасуат',
  'Южная Велмария',
  'Сан-Гортензио',
  'Соединённые Княжества Турии',
  'Солтүстік Велмар',
];
const lists = new NameLists(
  HashTable.of(new Map(PLACES.flatMap((name) => placeKeys(name, LISTED.region))), (a, b) => a | b),
  () => 0,
  (folded) => folded === 'велгүл',
);
const isRegion = (word: string) => (lists.flagsOf(word) & LISTED.region) !== 0;

it.each(['велгүл', 'велгүлдің', 'велгүлге'])('knows a given name of other lists in the form %s', (form) => {
  expect(lists.flagsOf(form)).toBe(LISTED.given);
});

describe('A place of one word', () => {
  it.each(['велмария', 'велмарии', 'велмарией', 'карасуатом', 'карасуатта', 'карасуаттан'])(
    'is known in the form %s',
    (form) => expect(isRegion(form)).toBe(true),
  );

  it.each(['велмарский', 'карасуатского', 'карасу', 'южная'])('is not known by %s', (word) =>
    expect(isRegion(word)).toBe(false),
  );
});

describe('A place of several words', () => {
  it.each([
    ['южной велмарией тогда', 2],
    ['южную велмарию', 2],
    ['соединенных княжеств турии', 3],
    ['сан гортензио', 2],
    ['солтүстік велмарда', 2],
    ['южной стороне', 0],
    ['велмарии южной', 0],
    ['южная', 0],
  ])('“%s” has %i words of one', (said, count) => {
    expect(lists.placeWords(said.split(' '))).toBe(count);
  });

  it('tells which words may open it, in any form', () => {
    expect(['южной', 'соединёнными', 'сан', 'велмария'].map((word) => lists.opensPlace(word))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
