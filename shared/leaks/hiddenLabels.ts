import type { ProjectDocument } from '../document/document';
import type { LeakFinder } from './LeakFinder';

/** A label that is nothing but letters, such as `AB`, `A.B.`, `a b`. One letter alone is how speakers are told apart. */
const LETTERS = /^\P{L}*(?:\p{Lu}{2,4}|\p{L}(?:[\s.\-‐–]+\p{L}){1,3})\P{L}*$/u;

/**
 * What must not stand as a speaker's label: every protected name, and each label that says one in another script or
 * spelling, or as initials, which a label has without stops too. A label that only sounds like a name is another
 * person's, maybe: it is asked about.
 */
export const hiddenLabels = ({ speakers }: ProjectDocument, finder: LeakFinder): string[] => [
  ...finder.names,
  ...speakers.map(({ name }) => name).filter((name) => saysName(name, finder)),
];

function saysName(label: string, finder: LeakFinder): boolean {
  const letters = LETTERS.test(label) ? label.toUpperCase().match(/\p{L}/gu) : null;
  return (
    finder.countNames(label) > 0 ||
    (letters !== null && finder.countNames(letters.map((one) => `${one}.`).join(' ')) > 0)
  );
}
