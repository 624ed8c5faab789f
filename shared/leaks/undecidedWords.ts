import type { Undecided } from '../model/undecided';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Says what nobody has decided, a sentence for each kind; none where there is nothing. */
export function undecidedWords({ names, places, identities, linesWithoutSpeaker }: Undecided): string[] {
  const said: string[] = [];
  if (names > 0)
    said.push(
      `${counted(names, 'suggested name')} in ${counted(places, 'place')}: nobody has decided, so published as said.`,
    );
  if (identities > 0)
    said.push(
      `${counted(identities, 'identity', 'identities')} without a decision: published wherever said.`,
    );
  if (linesWithoutSpeaker > 0)
    said.push(
      `${counted(linesWithoutSpeaker, 'line')} without a speaker: published with a label that says so.`,
    );
  return said;
}

/** Said of an export that withholds nothing. */
export const NOTHING_WITHHELD = 'Nothing is withheld: all that was said is in these files.';
