import { describe, expect, it } from 'vitest';
import type { OwnName } from '../../../../../main/detect/ownModel/namesOfWords';
import { ownModelReason, withOwnNames } from '../../../../../main/detect/ownModel/withOwnNames';
import { suggestInText } from '../../../../../main/detect/suggestInText';
import type { Suggestion } from '../../../../../shared/model/suggestion';

const TEXT = 'We saw Mira Oten at the lantern by Lake Zhar, on +7 701 555 0101.';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const ours = (text: string, type: Suggestion['type'], score: number): Suggestion => ({
  ...{ type, text, score, why: 'a rule' },
  ...at(text),
});
const read = (text: string, type: OwnName['type'], probability: number): OwnName => ({
  ...{ type, probability },
  ...at(text),
});
const joined = (found: Suggestion[], names: OwnName[], taken: { start: number; end: number }[] = []) =>
  withOwnNames(TEXT, found, names, taken).map(({ type, text, score, why }) => [type, text, score, why]);

describe('withOwnNames', () => {
  it('adds what only the model reads, never surer than is believed of it', () => {
    expect(joined([ours('Mira', 'person', 0.7)], [read('lantern', 'place', 0.999)])).toEqual([
      ['person', 'Mira', 0.7, 'a rule'],
      ['place', 'lantern', 0.9, ownModelReason()],
    ]);
  });

  it('makes one name of two that overlap, as long and as sure as either', () => {
    const both = `a rule; ${ownModelReason()}`;
    expect(joined([ours('Mira', 'person', 0.3)], [read('Mira Oten', 'person', 0.8)])).toEqual([
      ['person', 'Mira Oten', 0.8, both],
    ]);
    expect(joined([ours('Lake Zhar', 'place', 0.95)], [read('Zhar', 'person', 0.8)])).toEqual([
      ['place', 'Lake Zhar', 0.95, both],
    ]);
    expect(joined([ours('saw Mira', 'other', 0.3)], [read('Mira Oten', 'person', 0.8)])).toEqual([
      ['person', 'saw Mira Oten', 0.8, both],
    ]);
    // One name of the model contains several of ours.
    expect(
      joined([ours('Mira', 'person', 0.3), ours('Oten', 'place', 0.2)], [read('Mira Oten', 'person', 0.6)]),
    ).toEqual([['person', 'Mira Oten', 0.6, both]]);
  });

  it('reads no name in a number, and loses none that stands beside it', () => {
    const phone = at('+7 701 555 0101');
    expect(joined([], [read('701', 'organisation', 0.9)], [phone])).toEqual([]);
    expect(joined([], [read('Lake Zhar, on +7 701 555 0101', 'place', 0.9)], [phone])).toEqual([
      ['place', 'Lake Zhar, on', 0.9, ownModelReason()],
    ]);
  });

  it('changes nothing without a model', () => {
    const found = [ours('Mira', 'person', 0.7)];
    expect(withOwnNames(TEXT, found, [])).toEqual(found);
  });
});

it('stands beside what a text is found to have, in its order', () => {
  const plain = suggestInText(TEXT);
  expect(plain.map(({ text }) => text)).not.toContain('lantern');
  const all = suggestInText(TEXT, [read('lantern', 'person', 0.8), read('701', 'person', 0.8)]);
  expect(all.map(({ start }) => start)).toEqual(all.map(({ start }) => start).sort((a, b) => a - b));
  expect(all.filter(({ text }) => text !== 'lantern')).toEqual(plain);
  expect(all.find(({ text }) => text === 'lantern')?.why).toBe(ownModelReason());
});
