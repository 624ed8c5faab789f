import { expect, it } from 'vitest';
import { withInitials } from '../../../../../main/detect/tagger/withInitials';
import { readAs } from '../../../../support/readAs';

const taken = (marked: string, kind: 'person' | 'place' = 'person'): string => {
  const { text, pieces, name } = readAs(marked, kind);
  const { start, end } = withInitials(pieces, name);
  return text.slice(start, end);
};

it.each([
  ['адвокат Т. [Велмарченко] пришла', 'Т. Велмарченко'],
  ['адвокат Т.А. [Велмарченко] пришла', 'Т.А. Велмарченко'],
  ['адвокат Т. А. [Велмарченко] пришла', 'Т. А. Велмарченко'],
  ['[Велмарченко] Т. А. пришла', 'Велмарченко Т. А.'],
  ['видели мы. [Велмарченко] пришла', 'Велмарченко'],
  ['с. [Велмарченко] пришла', 'Велмарченко'],
  ['[Велмарченко]. Тогда', 'Велмарченко'],
])('the initials in “%s” are part of the name', (marked, name) => {
  expect(taken(marked)).toBe(name);
});

it('takes no letters to a place', () => {
  expect(taken('видели А. [Велмарию]', 'place')).toBe('Велмарию');
});
