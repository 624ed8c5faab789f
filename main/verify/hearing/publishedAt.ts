import type { Span } from '../../../shared/model/entity';
import { foldPhrase } from '../../../shared/text/matching';
import type { PublishedParagraph } from '../../../shared/plan/render';
import type { HeardName } from './heardNames';

/** A folded word that is published, and when (seconds) it is said. */
export interface PublishedWord extends Span {
  folded: string;
}

/** A recogniser may place a word by so much otherwise than the transcript does. */
const BESIDE_SECONDS = 0.5;

/** Lists the words of a published text that have times, in order. */
export const publishedWords = (paragraphs: readonly PublishedParagraph[]): PublishedWord[] =>
  paragraphs.flatMap(({ tokens }) =>
    tokens.flatMap(({ text, marker, start, end }) =>
      marker || start === null || end === null
        ? []
        : foldPhrase(text).map((folded) => ({ folded, from: start, to: end })),
    ),
  );

/**
 * Tells whether just these words are published where they are heard: then they were asked about in the text, which a person
 * decided, or which says them as no name. That they can be heard as well is right.
 */
export const isPublishedAt = (words: readonly PublishedWord[], { from, to, said }: HeardName): boolean =>
  words.some(
    (first, i) =>
      first.from < to + BESIDE_SECONDS &&
      first.to > from - BESIDE_SECONDS &&
      said.every((folded, k) => words[i + k]?.folded === folded),
  );
