import * as z from 'zod';
import { t } from '../messages/messages';

/**
 * A way of resembling what is withheld: as the form that was protected, in another spelling, as a shape that people
 * make of it (a case form, a short form, a part), or as a word that sounds like it.
 */
export type Likeness = 'form' | 'spelling' | 'shape' | 'sound';

interface LikenessWords {
  /** Tells why a place is in Review. */
  readonly why: string;
  /** Ends a sentence such as “The title says something that …”. */
  readonly that: string;
}

/** Texts about each likeness in the language of the app, the surest likeness first. */
export const LIKENESS: Readonly<Record<Likeness, LikenessWords>> = {
  form: {
    get why() {
      return t('withheld, but not here: export is refused until it is decided');
    },
    get that() {
      return t('is withheld');
    },
  },
  spelling: {
    get why() {
      return t('another spelling of what is withheld: export is refused until it is decided');
    },
    get that() {
      return t('is withheld, in another spelling');
    },
  },
  shape: {
    get why() {
      return t('made of what is withheld: export is refused until it is decided');
    },
    get that() {
      return t('is made of what is withheld');
    },
  },
  sound: {
    get why() {
      return t('sounds like a name that is withheld: export is refused until it is decided');
    },
    get that() {
      return t('sounds like a name that is withheld');
    },
  },
};

const LIKENESSES = Object.keys(LIKENESS) as Likeness[];
export const likenessSchema = z.enum(LIKENESSES);

/**
 * Returns the surest likeness of several. A word that only sounds alike may well be another name, and readers have to
 * know that.
 */
export const surestOf = (found: readonly { likeness: Likeness }[]): Likeness =>
  LIKENESSES.find((one) => found.some(({ likeness }) => likeness === one)) ?? 'form';
