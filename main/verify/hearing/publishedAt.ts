import type { Span } from '../../../shared/model/entity';
import { foldPhrase } from '../../../shared/text/matching';
import type { PublishedParagraph } from '../../../shared/plan/render';
import type { HeardName } from './heardNames';

/** A folded word that is published, and the seconds in which it is said. */
export interface PublishedWord extends Span {
  folded: string;
}

/** Seconds by which a recogniser may place a word differently from the transcript. */
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

/** Seconds; if a published word lasts longer, it is said somewhere in that time, and nobody knows where. */
const LONGEST_SAID_SECONDS = 2;

/** The place of a heard name in the published text: just there, somewhere in a long stretch around it, or nowhere. */
export type Standing = 'there' | 'around' | 'nowhere';

/**
 * Tells whether just these words are published where they are heard. If so, a person decided about them in the text, or
 * the text does not use them as a name, so it is right that they can also be heard.
 */
export function standingOf(words: readonly PublishedWord[], name: HeardName): Standing {
  const places = placesOf(words, name);
  if (places.some(isKnownPlace)) return 'there';
  return places.length > 0 ? 'around' : 'nowhere';
}

/**
 * Finds names that are heard more often than they are published. If the text says a name once in a stretch and it is
 * heard there twice, nobody can tell which of the two is published, so both count. If not all of the stretch was
 * listened to, the name that is heard may be another than the one that is published, so it counts too.
 * @param names at places of their own, which are only known to be published somewhere around them.
 * @param isListenedTo tells whether all of a stretch was listened to.
 */
export function heardTooOften<Name extends HeardName>(
  words: readonly PublishedWord[],
  names: readonly Name[],
  isListenedTo: (stretch: Span) => boolean,
): Name[] {
  const placesByName = new Map(names.map((name) => [name, placesOf(words, name).filter(isListenedTo)]));
  const used = new Set<Span>();
  const left = new Set<Name>();
  // Each name, in order, takes the free place that ends first, so that as many as possible get one (Glover 1967).
  for (const name of names.toSorted((a, b) => a.from - b.from)) {
    const free = (placesByName.get(name) ?? []).filter((place) => !used.has(place));
    const [first] = free.sort((a, b) => a.to - b.to);
    if (first) used.add(first);
    else left.add(name);
  }
  const doubtful = new Set([...left].flatMap((name) => placesByName.get(name) ?? []));
  return names.filter(
    (name) => left.has(name) || placesByName.get(name)?.some((place) => doubtful.has(place)),
  );
}

const isKnownPlace = ({ from, to }: Span): boolean => to - from <= LONGEST_SAID_SECONDS;

/** Lists the places near a name where its words are published; each place is its first word. */
const placesOf = (words: readonly PublishedWord[], { from, to, said }: HeardName): PublishedWord[] =>
  words.filter(
    (first, i) =>
      first.from < to + BESIDE_SECONDS &&
      first.to > from - BESIDE_SECONDS &&
      said.every((folded, k) => words[i + k]?.folded === folded),
  );
