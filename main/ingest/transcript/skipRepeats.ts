import type { CueLine } from './readMarkup';

/** A subtitle whose lines are read; `skip` characters of each were said before. */
export interface ReadCue {
  from: number;
  to: number;
  precision: number;
  lines: (CueLine & { number: number; skip: number })[];
}

/** Most seconds between two subtitles that roll on. */
const GAP_SECONDS = 0.5;

/**
 * Marks what captions that roll up say again. They show each line twice, and some grow word by word, so only what is
 * new in each is said in it. Subtitles are read so where at least half of them begin with what the one before ends
 * with.
 * @returns the count of lines that were said before.
 */
export function skipRepeats(cues: readonly ReadCue[]): number {
  const overlaps = cues.map((cue, i) => overlap(cues[i - 1], cue));
  const partly = overlaps.filter((found, i) => found && found.lines < (cues[i]?.lines.length ?? 0)).length;
  const rolls = partly >= 2 && overlaps.filter((found) => found !== null).length * 2 >= cues.length - 1;
  if (!rolls) return 0;
  let repeated = 0;
  for (const [i, found] of overlaps.entries()) {
    for (const [k, line] of (cues[i]?.lines ?? []).entries()) {
      if (!found || k > found.lines) break;
      line.skip = k < found.lines ? line.text.length : found.more;
      if (line.skip > 0) repeated++;
    }
  }
  return repeated;
}

/** Counts the whole lines, and the characters of the next one, that a subtitle has from the one before. */
function overlap(before: ReadCue | undefined, cue: ReadCue): { lines: number; more: number } | null {
  if (!before || cue.from > before.to + GAP_SECONDS) return null;
  const [old, now] = [before, cue].map(({ lines }) => lines.map(({ text }) => tidy(text)));
  if (!old || !now) return null;
  for (let lines = Math.min(old.length, now.length); lines > 0; lines--) {
    const tail = old.slice(-lines);
    if (tail.every((line, i) => line === now[i])) return { lines, more: 0 };
    const last = `${tail.at(-1) ?? ''} `;
    const grown = now[lines - 1]?.startsWith(last) ?? false;
    if (grown && tail.slice(0, -1).every((line, i) => line === now[i])) {
      const text = cue.lines[lines - 1]?.text ?? '';
      return { lines: lines - 1, more: text.length - text.trimStart().length + last.length };
    }
  }
  return null;
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();
