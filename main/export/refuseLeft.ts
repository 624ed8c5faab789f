import { locale, t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { surestOf } from '../../shared/model/likeness';
import type { LeakPlaceKind } from '../../shared/model/leakPlace';
import type { Left } from '../../shared/leaks/whatIsLeft';
import { clock } from '../../shared/text/clock';
import { listed } from '../../shared/text/listed';

interface KindWords {
  /** Names such places; in Russian with the preposition that says where. */
  what: (count: number) => string;
  next: (count: number) => string;
  /** True if there is only one of it, however many places it has. */
  single?: true;
}

/** Words for each kind of place in a refusal, and the way on from it. */
const KINDS: Readonly<Record<LeakPlaceKind, KindWords>> = {
  words: {
    what: (count) =>
      t(
        '{count, plural, =1 {one place in the transcript} one {# place in the transcript} other {# places in the transcript}}',
        { count },
      ),
    next: (count) =>
      t(
        '{count, plural, =1 {Withhold this place too, or keep there what it says, and export again.} one {Withhold these places too, or keep there what they say, and export again.} other {Withhold these places too, or keep there what they say, and export again.}}',
        { count },
      ),
  },
  label: {
    what: (count) =>
      t(
        '{count, plural, =1 {the label of a speaker} one {the labels of # speaker} other {the labels of # speakers}}',
        { count },
      ),
    next: () => t('Rename the speaker, or keep or withhold that name, and export again.'),
  },
  heading: {
    what: (count) =>
      t(
        '{count, plural, =1 {the heading of a chapter} one {# place in headings of chapters} other {# places in headings of chapters}}',
        { count },
      ),
    next: () => t('Change the heading and export again.'),
  },
  description: {
    what: (count) =>
      t(
        '{count, plural, =1 {a description for readers} one {# description for readers} other {# descriptions for readers}}',
        { count },
      ),
    next: () => t('Change the description and export again.'),
  },
  marker: {
    what: () => t('the word in all markers'),
    next: () => t('Choose another word for the markers and export again.'),
    single: true,
  },
  title: {
    what: () => t('the title'),
    next: () => t('Change the title and export again.'),
    single: true,
  },
  introduction: {
    what: () => t('the introduction'),
    next: () => t('Change the introduction and export again.'),
    single: true,
  },
  folder: {
    what: () => t('the name of the folder to export to'),
    next: () => t('Choose a folder with another name.'),
    single: true,
  },
};

/** Most times that are told in the sentence itself. The places that go with it have all of them. */
const MOST_TIMES_TOLD = 5;

/**
 * Refuses to publish what is left of something withheld.
 * @throws {AppError} `EXPORT_WOULD_LEAK` with every place, but not what stands there.
 */
export function refuseLeft(left: readonly Left[]): void {
  if (left.length === 0) return;
  const kinds = (Object.keys(KINDS) as LeakPlaceKind[]).flatMap((kind) => {
    const count = left.filter((place) => place.kind === kind).length;
    return count > 0 ? [{ ...KINDS[kind], count }] : [];
  });
  const what = listed(kinds.map((kind) => kind.what(kind.count)));
  const many = kinds.length > 1 || (!kinds[0]?.single && (kinds[0]?.count ?? 0) > 1);
  const said = t(
    '{what} still {many, select, yes {say} other {says}} something that {likeness, select, form {is withheld} spelling {is withheld, in another spelling} shape {is made of what is withheld} other {sounds like a name that is withheld}}{times, select, none {} other { (at {times})}}.',
    { what, many: many ? 'yes' : 'no', likeness: surestOf(left), times: timesOf(left) },
  );
  throw new AppError(
    'EXPORT_WOULD_LEAK',
    `${said.charAt(0).toLocaleUpperCase(locale())}${said.slice(1)}`,
    kinds.map(({ next, count }) => next(count)).join(' '),
    { places: left.map(({ text: _, ...place }) => place) },
  );
}

/** Lists the times of places in the transcript; `none` where there are none. */
function timesOf(left: readonly Left[]): string {
  const at = [
    ...new Set(left.flatMap(({ kind, time }) => (kind === 'words' && time !== null ? [clock(time)] : []))),
  ];
  if (at.length === 0) return 'none';
  return `${at.slice(0, MOST_TIMES_TOLD).join(', ')}${at.length > MOST_TIMES_TOLD ? ', …' : ''}`;
}
