import type { LeakFinder, Likeness } from './LeakFinder';
import type { PublishedParagraph } from './render';

/** A place in the published text where something withheld still stands. */
export interface Leftover {
  paragraph: number;
  token: number;
  entityId: string;
  likeness: Likeness;
  /** Seconds, where the transcript has times. */
  at: number | null;
}

/** Every place in the published paragraphs where something withheld stands, markers' descriptions included. */
export const findLeftovers = (paragraphs: readonly PublishedParagraph[], finder: LeakFinder): Leftover[] =>
  paragraphs.flatMap(({ tokens }, paragraph) =>
    finder.find(tokens.map(({ text }) => text)).map(({ at, entityId, likeness }) => ({
      paragraph,
      token: at,
      entityId,
      likeness,
      at: tokens[at]?.start ?? null,
    })),
  );
