import type { SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { keptPhrase, keptPlaces } from '../leaks/keptPlaces';
import { indexWords } from '../plan/wordIndex';
import { foldPhrase, piecesOf } from '../text/matching';
import type { Word } from '../model/word';

/** A place where a kept name stands in a transcript, by the positions of its words. */
export interface KeptWords {
  first: number;
  last: number;
  /** Number of folded words of the name. It has more of them than words when these are joined, as in `Nur-Sultan`. */
  length: number;
}

/** Finds every place where one of these names of several words stands. */
export function keptWords(words: readonly Word[], names: readonly string[]): KeptWords[] {
  const phrases = names.flatMap((name) => keptPhrase(name) ?? []);
  if (phrases.length === 0) return [];
  const pieces = piecesOf(words);
  const texts = words.map(({ text }) => text);
  return phrases.flatMap((phrase) =>
    keptPlaces(pieces, texts, phrase).map(({ from, end }) => ({
      first: pieces[from]?.at ?? 0,
      last: pieces[end - 1]?.at ?? 0,
      length: phrase.folded.length,
    })),
  );
}

/** Returns the names of the entities that may be published. */
export const namesKept = ({ entities }: Pick<ProjectDocument, 'entities'>): string[] =>
  entities.flatMap(({ decision, name, aliases }) => (decision === 'keep' ? [name, ...aliases] : []));

/** Tells whether a place is a part of a kept name that is longer: Nur in the name of the party Nur Otan. */
export const isWithinKept = (
  kept: readonly KeptWords[],
  [first, last]: readonly [number, number],
  length: number,
): boolean => kept.some((place) => place.length > length && place.first <= first && last <= place.last);

/**
 * Takes away the marks within these names: as long as the longer name is kept, its part may stand there. What a person
 * decided at the place itself stays, and so does what they drew.
 */
export function keepWithin({ words, mentions }: ProjectDocument, names: readonly string[]): SingleCommand[] {
  const kept = keptWords(words, names);
  if (kept.length === 0) return [];
  const { at } = indexWords(words);
  return mentions.flatMap((mention) => {
    if (mention.decision !== undefined || mention.drawn || mention.stretch) return [];
    const places = mention.wordIds.flatMap((id) => at.get(id) ?? []).sort((a, b) => a - b);
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return [];
    const said = words.slice(first, last + 1).flatMap(({ text }) => foldPhrase(text));
    // No part of `Nur-Sultan` is a word of its own, so the mark of a part took all of it.
    const isJoined = first === last && kept.some((place) => place.first === first && place.last === last);
    return isJoined || isWithinKept(kept, [first, last], said.length)
      ? [{ type: 'removeMention' as const, id: mention.id }]
      : [];
  });
}
