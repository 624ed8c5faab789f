import { t } from '../../../shared/messages/messages';
import { lengthTold } from './lanes';
import type { RecordingLanes } from './useLanes';

/** One kind of what is drawn on the strip, or of what it cannot show, and how much of it there is. */
export interface Told {
  /** The way it is drawn; null where it has no place in the recording. */
  kind: 'withheld' | 'covered' | 'missing' | 'chapter' | null;
  text: string;
}

/** Describes what is known of a recording. It leaves out kinds of which there is nothing. */
export function keyOf({
  withheld,
  placeless,
  covered,
  chapters,
  missing,
}: Pick<RecordingLanes, 'withheld' | 'placeless' | 'covered' | 'chapters' | 'missing'>): Told[] {
  const all: (Told & { count: number })[] = [
    {
      kind: 'withheld',
      count: withheld.length,
      text: t('withheld {length}', { length: lengthTold(withheld) }),
    },
    { kind: null, count: placeless, text: t('{count} withheld in the text alone', { count: placeless }) },
    { kind: 'covered', count: covered.length, text: t('{count} covered', { count: covered.length }) },
    {
      kind: 'chapter',
      count: chapters.length,
      text: t('{count, plural, one {# chapter} other {# chapters}}', { count: chapters.length }),
    },
    { kind: 'missing', count: missing.length, text: t('no words {length}', { length: lengthTold(missing) }) },
  ];
  return all.flatMap(({ kind, text, count }) => (count > 0 ? [{ kind, text }] : []));
}
