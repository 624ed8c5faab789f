import { t } from '../../../shared/messages/messages';
import { lengthTold } from './lanes';
import type { RecordingLanes } from './useLanes';

/** What is drawn on the strip, or what it cannot show, and how much of it there is. */
export interface Told {
  /** How it is drawn; null where it has no place in the recording. */
  kind: 'withheld' | 'covered' | 'missing' | null;
  text: string;
}

/** Says what is known of a recording; nothing of what there is none of. */
export function keyOf({
  withheld,
  placeless,
  covered,
  missing,
}: Pick<RecordingLanes, 'withheld' | 'placeless' | 'covered' | 'missing'>): Told[] {
  const all: (Told & { count: number })[] = [
    {
      kind: 'withheld',
      count: withheld.length,
      text: t('withheld {length}', { length: lengthTold(withheld) }),
    },
    { kind: null, count: placeless, text: t('{count} withheld in the text alone', { count: placeless }) },
    { kind: 'covered', count: covered.length, text: t('{count} covered', { count: covered.length }) },
    { kind: 'missing', count: missing.length, text: t('no words {length}', { length: lengthTold(missing) }) },
  ];
  return all.flatMap(({ kind, text, count }) => (count > 0 ? [{ kind, text }] : []));
}
