import { expect, it } from 'vitest';
import { withKind } from '../../../../../main/detect/tagger/withKind';
import { readAs } from '../../../../support/readAs';

const taken = (marked: string, kind: 'person' | 'place'): string => {
  const { text, pieces, name } = readAs(marked, kind);
  const { start, end } = withKind(pieces, name);
  return text.slice(start, end);
};

it.each([
  ['у [Велмарского] леса стояли', 'Велмарского леса'],
  ['в [Карасуатском] аэропорту', 'Карасуатском аэропорту'],
  ['на берегу [Велмарского] моря.', 'Велмарского моря'],
  ['біз [Карасуат] ауданында тұрдық', 'Карасуат ауданында'],
  ['біз [Велмар] түбегі дедік', 'Велмар түбегі'],
  ['в [Велмарии] леса горели', 'Велмарии'],
  ['у [Велмарского] стола', 'Велмарского'],
  ['у [Велмарского], леса', 'Велмарского'],
])('the kind of place in “%s” is part of its name where both are one', (marked, name) => {
  expect(taken(marked, 'place')).toBe(name);
});

it('takes nothing behind a person', () => {
  expect(taken('видели [Велмарского] лес', 'person')).toBe('Велмарского');
});
