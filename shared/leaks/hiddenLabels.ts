import type { ProjectDocument } from '../document/document';
import type { LeakFinder } from './LeakFinder';

/**
 * Matches a label that is nothing but letters, such as `AB`, `ab`, `A.B.`, `a b`. It does not match one letter alone, by
 * which speakers are told apart.
 */
const LETTERS = /^\P{L}*(?:\p{Lu}{2,4}|\p{Ll}{2,3}|\p{L}(?:[\s._\-‐–]+\p{L}){1,3})\P{L}*$/u;

/**
 * Returns what must not stand as a speaker's label: every protected name, and each label that says one in another
 * script or spelling or as initials, even without stops. A label that only sounds like a name may be another person's,
 * so it is asked about.
 */
export const hiddenLabels = ({ speakers }: ProjectDocument, finder: LeakFinder): string[] => [
  ...finder.names,
  ...speakers.map(({ name }) => name).filter((name) => saysName(name, finder)),
];

function saysName(label: string, finder: LeakFinder): boolean {
  const initials = asInitials(label);
  return finder.countNames(label) > 0 || (initials !== null && finder.countNames(initials.join(' ')) > 0);
}

/**
 * Writes a text that is nothing but letters as initials with their stops: `ab` → `A.`, `B.`; null for anything else.
 */
export const asInitials = (text: string): string[] | null =>
  LETTERS.test(text) ? (text.toUpperCase().match(/\p{L}/gu) ?? []).map((one) => `${one}.`) : null;
