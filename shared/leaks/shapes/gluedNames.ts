/** How much of a name of several words is left in a row of letters, the surest first. */
const KINDS = ['whole', 'initial', 'part', 'letters'] as const;
export type GluedKind = (typeof KINDS)[number];

/** Tells whether one kind is as sure as another. */
export const isAsSure = (kind: GluedKind, least: GluedKind): boolean =>
  KINDS.indexOf(kind) <= KINDS.indexOf(least);

/** A name of several words as somebody wrote it as one. */
export interface GluedName {
  text: string;
  kind: GluedKind;
}

/** Least letters that tell a name of each kind; a shorter one of the second is as sure as the third. */
const SHORTEST: Readonly<Record<GluedKind, number>> = { whole: 6, initial: 5, part: 4, letters: 2 };
/** Least letters of a word that stands beside the first letter of another. */
const SHORTEST_BESIDE_LETTER = 3;

/**
 * Returns what a person makes of a name for an account: two of its words as one in either order, one word with the
 * first letter of another before it or behind it, and the first letters.
 * @param words of a name, folded.
 */
export function gluedNames(words: readonly string[]): GluedName[] {
  const glued: GluedName[] = words.flatMap((one, i) =>
    words.flatMap((other, k): GluedName[] => {
      if (i === k) return [];
      const whole: GluedName = { text: one + other, kind: 'whole' };
      if (other.length < SHORTEST_BESIDE_LETTER) return [whole];
      return [
        whole,
        { text: one.slice(0, 1) + other, kind: 'initial' },
        { text: one.slice(0, 1) + other, kind: 'part' },
        { text: other + one.slice(0, 1), kind: 'part' },
      ];
    }),
  );
  const letters: GluedName = { text: words.map((word) => word.slice(0, 1)).join(''), kind: 'letters' };
  return [...glued, letters].filter(({ text, kind }) => text.length >= SHORTEST[kind]);
}

/**
 * Returns the rows of letters between the signs of an address, a handle or a host, the mailbox first: `t.bekov@mail.kz`
 * → `tbekov`, `t`, `bekov`, `mailkz` …
 */
export const rowsOfHandle = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}._~+-]+/u)
    .flatMap((part) => {
      const words = part.replace(/[^\p{L}\p{M}.]+/gu, '').split('.');
      // The last word of a host is its country: `timurbekov.kz`.
      return [words.join(''), words.slice(0, -1).join(''), ...words].filter((row) => row !== '');
    });
