import { z } from 'zod';
import { t } from '../messages/messages';

/**
 * How something withheld stands there: as it was protected, in another spelling, as something that people make of it
 * (a case form, a short form, a part), or as a word that sounds like it.
 */
export type Likeness = 'form' | 'spelling' | 'shape' | 'sound';

interface LikenessWords {
  /** Of a place in Review: why it is there. */
  why: () => string;
  /** Behind the name of a place: what stands there. */
  that: () => string;
}

/** What is told of each likeness, the surest first. */
export const LIKENESS: Readonly<Record<Likeness, LikenessWords>> = {
  form: {
    why: () => t('withheld, but not here: no export is made while it stands undecided'),
    that: () => t('is withheld'),
  },
  spelling: {
    why: () => t('another spelling of what is withheld: no export is made while it stands undecided'),
    that: () => t('is withheld, in another spelling'),
  },
  shape: {
    why: () => t('made of what is withheld: no export is made until it is decided'),
    that: () => t('is made of what is withheld'),
  },
  sound: {
    why: () => t('sounds like a name that is withheld: no export is made until it is decided'),
    that: () => t('sounds like a name that is withheld'),
  },
};

const LIKENESSES = Object.keys(LIKENESS) as Likeness[];
export const likenessSchema = z.enum(LIKENESSES);

/** The surest of several: a word that only sounds alike may well be another name, and whoever reads it has to know. */
export const surestOf = (found: readonly { likeness: Likeness }[]): Likeness =>
  LIKENESSES.find((one) => found.some(({ likeness }) => likeness === one)) ?? 'form';
