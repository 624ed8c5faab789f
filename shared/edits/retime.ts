import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { isTimed } from '../model/word';

/**
 * Moves words `first` up to and without `end` so that the first starts at `start` and the last ends at `stop`
 * (seconds), each in proportion. Spans of marks stay where they are.
 * @returns null when that is not between the neighbours, the words have no times, or nothing changes.
 */
export function retime(
  document: ProjectDocument,
  first: number,
  end: number,
  { start, stop }: { start: number; stop: number },
): Command | null {
  const words = document.words.slice(first, end).filter(isTimed);
  const [begin, last] = [words[0], words.at(-1)];
  if (!begin || !last || words.length < end - first || start >= stop) return null;
  const [before, after] = [document.words[first - 1], document.words[end]];
  const earliest = before && isTimed(before) ? before.start : 0;
  const latest = after && isTimed(after) ? after.start : (document.media?.duration ?? Infinity);
  if (start < earliest || stop > Math.max(latest, last.end)) return null;
  const scale = (stop - start) / (last.end - begin.start);
  const moved = words.map(({ within: _, ...word }) => ({
    ...word,
    start: start + (word.start - begin.start) * scale,
    end: start + (word.end - begin.start) * scale,
  }));
  return {
    label: 'Re-time',
    steps: [{ type: 'replaceWords', at: first, remove: moved.length, words: moved }],
  };
}
