import { lengthTold } from './lanes';
import type { RecordingLanes } from './useLanes';

/** What is drawn on the strip, or what it cannot show, and how much of it there is. */
export interface Told {
  /** How it is drawn; null where it has no place in the recording. */
  kind: 'withheld' | 'covered' | 'missing' | 'chapter' | null;
  text: string;
}

/** Says what is known of a recording; nothing of what there is none of. */
export function keyOf({
  withheld,
  placeless,
  covered,
  chapters,
  missing,
}: Pick<RecordingLanes, 'withheld' | 'placeless' | 'covered' | 'chapters' | 'missing'>): Told[] {
  const all: (Told & { count: number })[] = [
    { kind: 'withheld', count: withheld.length, text: `withheld ${lengthTold(withheld)}` },
    { kind: null, count: placeless, text: `${placeless} withheld in the text alone` },
    { kind: 'covered', count: covered.length, text: `${covered.length} covered` },
    {
      kind: 'chapter',
      count: chapters.length,
      text: `${chapters.length} ${chapters.length === 1 ? 'chapter' : 'chapters'}`,
    },
    { kind: 'missing', count: missing.length, text: `no words ${lengthTold(missing)}` },
  ];
  return all.flatMap(({ kind, text, count }) => (count > 0 ? [{ kind, text }] : []));
}
