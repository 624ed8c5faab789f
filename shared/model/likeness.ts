import { z } from 'zod';

/**
 * How something withheld stands there: as it was protected, in another spelling, as something that people make of it
 * (a case form, a short form, a part), or as a word that sounds like it.
 */
export type Likeness = 'form' | 'spelling' | 'shape' | 'sound';

interface LikenessWords {
  /** Of a place in Review: why it is there. */
  why: string;
  /** Ends a sentence such as “The title says something that …”. */
  that: string;
}

/** What is told of each likeness, the surest first. */
export const LIKENESS: Readonly<Record<Likeness, LikenessWords>> = {
  form: {
    why: 'withheld, but not here: no export is made while it stands undecided',
    that: 'is withheld',
  },
  spelling: {
    why: 'another spelling of what is withheld: no export is made while it stands undecided',
    that: 'is withheld, in another spelling',
  },
  shape: {
    why: 'made of what is withheld: no export is made until it is decided',
    that: 'is made of what is withheld',
  },
  sound: {
    why: 'sounds like a name that is withheld: no export is made until it is decided',
    that: 'sounds like a name that is withheld',
  },
};

const LIKENESSES = Object.keys(LIKENESS) as Likeness[];
export const likenessSchema = z.enum(LIKENESSES);

/** The surest of several: a word that only sounds alike may well be another name, and whoever reads it has to know. */
export const surestOf = (found: readonly { likeness: Likeness }[]): Likeness =>
  LIKENESSES.find((one) => found.some(({ likeness }) => likeness === one)) ?? 'form';
