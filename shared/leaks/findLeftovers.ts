import type { LeakFinder } from './LeakFinder';
import type { Likeness } from '../model/likeness';
import type { PublishedParagraph } from '../plan/render';

/** A place in the published text where something withheld still stands. */
export interface Leftover {
  paragraph: number;
  /** Tokens that it begins and ends in. */
  token: number;
  last: number;
  entityId: string;
  likeness: Likeness;
  /** Seconds, if the transcript has times. */
  at: number | null;
}

/** Finds every place in the published paragraphs where something withheld stands, markers' descriptions included. */
export const findLeftovers = (paragraphs: readonly PublishedParagraph[], finder: LeakFinder): Leftover[] =>
  paragraphs.flatMap(({ tokens }, paragraph) =>
    finder.find(tokens.map(({ text }) => text)).map(({ at, last, entityId, likeness }) => ({
      paragraph,
      token: at,
      last,
      entityId,
      likeness,
      at: tokens[at]?.start ?? null,
    })),
  );
