import type { Span } from '../../../shared/model/entity';
import { FRAME_SECONDS } from '../../media/mixes/SoundLevels';
import { toFrames } from './frameTimes';
import { soundsOf } from './pausesByLoudness';
import { LEAD_SECONDS, SHORTEST_PAUSE_SECONDS, TAIL_SECONDS, type SoundAndPauses } from './SoundAndPauses';
import type { FrameRange, SoundMap } from './SoundMap';

/** Seconds in which nobody may be speaking; a shorter pause is kept whole, a longer one keeps a lead and a tail. */
const SHORTEST_SKIPPED_SECONDS = 2;
/** Seconds; a longer quiet while the detector hears speech is soft speech or hidden by noise, so no place for a cut. */
const LONGEST_QUIET_SECONDS = 0.5;

/**
 * Finds sounds and pauses. A pause is left out only if the speech detector finds nothing for two seconds, however loud
 * it is there. Windows may end where nobody speaks, and also where it is quiet.
 * @param possible stretches in which somebody may speak (seconds); null when unknown, and then nothing is left out.
 */
export function pausesInSpeech(map: SoundMap, possible: readonly Span[] | null): SoundAndPauses {
  const { length } = map;
  if (length === 0) return { sounds: [], skipped: [] };
  // Across such a gap the sound counts as one without a pause, in which a cut is only the second choice.
  const goesOn = ({ from, to }: FrameRange) =>
    to - from < toFrames(SHORTEST_PAUSE_SECONDS) ||
    to - from >= toFrames(SHORTEST_SKIPPED_SECONDS) ||
    (possible !== null &&
      to - from > toFrames(LONGEST_QUIET_SECONDS) &&
      speech.some((one) => one.from <= from && one.to >= to));
  const speech = (possible ?? [{ from: 0, to: length * FRAME_SECONDS }]).map(({ from, to }) => ({
    from: Math.floor(from / FRAME_SECONDS),
    to: Math.min(length, Math.ceil(to / FRAME_SECONDS)),
  }));
  const skipped = skippedBetween(speech, length);
  const spoken = common(soundsOf(map), speech);
  const sounds = complement(skipped, length).flatMap((kept) =>
    joined(soundsIn(kept, spoken, speech), goesOn),
  );
  return { sounds, skipped };
}

function skippedBetween(speech: readonly FrameRange[], length: number): FrameRange[] {
  const skipped: FrameRange[] = [];
  for (let i = 0; i <= speech.length; i++) {
    const [before, after] = [speech[i - 1], speech[i]];
    const [end, next] = [before?.to ?? 0, after?.from ?? length];
    if (next - end < toFrames(SHORTEST_SKIPPED_SECONDS)) continue;
    skipped.push({
      from: before ? end + toFrames(TAIL_SECONDS) : 0,
      to: after ? next - toFrames(LEAD_SECONDS) : length,
    });
  }
  return skipped;
}

/** Finds the sounds between two pauses that are left out. All speech lies in them or between them. */
function soundsIn(
  kept: FrameRange,
  spoken: readonly FrameRange[],
  speech: readonly FrameRange[],
): FrameRange[] {
  const inside = common(speech, [kept]);
  const [first, last] = [inside[0], inside.at(-1)];
  // A stretch without speech that is too short to be left out is heard.
  if (!first || !last) return [kept];
  // If noise hides all of a stretch of speech, the whole stretch counts as sound.
  const sounds = inside.flatMap((range) => {
    const loud = common(spoken, [range]);
    return loud.length > 0 ? loud : [range];
  });
  return sounds.map((sound, i) => ({
    from: i === 0 ? first.from : sound.from,
    to: i === sounds.length - 1 ? last.to : sound.to,
  }));
}

/** Joins neighbouring ranges when the gap between them does not count. */
function joined(ranges: readonly FrameRange[], isNone: (gap: FrameRange) => boolean): FrameRange[] {
  const found: FrameRange[] = [];
  for (const range of ranges) {
    const last = found.at(-1);
    if (last && isNone({ from: last.to, to: range.from })) last.to = range.to;
    else found.push({ ...range });
  }
  return found;
}

function common(some: readonly FrameRange[], others: readonly FrameRange[]): FrameRange[] {
  const found: FrameRange[] = [];
  for (let i = 0, k = 0; i < some.length && k < others.length;) {
    const [one, other] = [some[i], others[k]];
    if (!one || !other) break;
    const range = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
    if (range.from < range.to) found.push(range);
    if (one.to < other.to) i++;
    else k++;
  }
  return found;
}

function complement(ranges: readonly FrameRange[], length: number): FrameRange[] {
  const left: FrameRange[] = [];
  let from = 0;
  for (const range of [...ranges, { from: length, to: length }]) {
    if (range.from > from) left.push({ from, to: range.from });
    from = range.to;
  }
  return left;
}
