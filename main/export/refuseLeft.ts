import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { surestOf, LIKENESS } from '../../shared/model/likeness';
import type { LeakPlaceKind } from '../../shared/model/leakPlace';
import type { Left } from '../../shared/leaks/whatIsLeft';
import { clock } from '../../shared/text/clock';

interface KindWords {
  what: (count: number) => string;
  next: (count: number) => string;
  /** There is one of it, however many places it has. */
  single?: true;
}

/** What each kind of place is called in a refusal, and the way on from it. */
const KINDS: Readonly<Record<LeakPlaceKind, KindWords>> = {
  words: {
    what: (count) => `${count === 1 ? 'one place' : `${count} places`} in the transcript`,
    next: (count) =>
      count === 1
        ? 'Withhold this place too, or keep there what it says, and export again.'
        : 'Withhold these places too, or keep there what they say, and export again.',
  },
  label: {
    what: (count) => (count === 1 ? 'the label of a speaker' : `the labels of ${count} speakers`),
    next: () => 'Rename the speaker, or keep or withhold that name, and export again.',
  },
  description: {
    what: (count) => (count === 1 ? 'a description for readers' : `${count} descriptions for readers`),
    next: () => 'Change the description and export again.',
  },
  title: { what: () => 'the title', next: () => 'Change the title and export again.', single: true },
  introduction: {
    what: () => 'the introduction',
    next: () => 'Change the introduction and export again.',
    single: true,
  },
  folder: {
    what: () => 'the name of the folder to export to',
    next: () => 'Choose a folder with another name.',
    single: true,
  },
};

/** Times told in the sentence itself; all of them are in the places that go with it. */
const MOST_TIMES_TOLD = 5;

/**
 * Refuses to publish what is left of something withheld.
 * @throws {AppError} `EXPORT_WOULD_LEAK` with every place, and none of what they say.
 */
export function refuseLeft(left: readonly Left[]): void {
  if (left.length === 0) return;
  const kinds = (Object.keys(KINDS) as LeakPlaceKind[]).flatMap((kind) => {
    const count = left.filter((place) => place.kind === kind).length;
    return count > 0 ? [{ ...KINDS[kind], count }] : [];
  });
  const what = kinds.map((kind) => kind.what(kind.count)).join(' and ');
  const many = kinds.length > 1 || (!kinds[0]?.single && (kinds[0]?.count ?? 0) > 1);
  throw new AppError(
    'EXPORT_WOULD_LEAK',
    t('{value1}{value2} {value3} something that {that}{value5}.', {
      value1: what.charAt(0).toUpperCase(),
      value2: what.slice(1),
      value3: isSaid(many),
      that: LIKENESS[surestOf(left)].that,
      value5: timesOf(left),
    }),
    kinds.map(({ next, count }) => next(count)).join(' '),
    { places: left.map(({ text: _, ...place }) => place) },
  );
}

const isSaid = (many: boolean): string => `still ${many ? 'say' : 'says'}`;

function timesOf(left: readonly Left[]): string {
  const at = [
    ...new Set(left.flatMap(({ kind, time }) => (kind === 'words' && time !== null ? [clock(time)] : []))),
  ];
  if (at.length === 0) return '';
  return ` (at ${at.slice(0, MOST_TIMES_TOLD).join(', ')}${at.length > MOST_TIMES_TOLD ? ', …' : ''})`;
}
