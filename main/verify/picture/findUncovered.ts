import type { Say } from '../../published/SpokenCheck';
import { runTool } from '../../system/runTool';
import type { PictureQuestion } from './PictureQuestion';
import { t } from '../../../shared/messages/messages';
import { clockTenths } from '../../../shared/text/clock';
import { DecodedFrame } from './DecodedFrame';
import { hiddenParts, type CoverPlan } from './hiddenParts';
import { storedSize, type PictureSize } from './uprightSize';
import { Unreadable } from '../Unreadable';

/** Value of every covered pixel, in brightness and both colours: the middle of eight bits. */
const COVER_VALUE = 2 ** 7;

/**
 * Most steps, of 256, by which the encoder may stay away from the cover's one value: at any one place, and on average
 * over a rectangle. Measured over noise, fractals and test pictures: 3 and 0.005.
 */
const MOST_STEPS = 8;
const MEAN_STEPS = 0.1;

/** Most frames in a gap that are decoded too, to save a term in the list of those that are looked at. */
const NEAR_FRAMES = 25;

/**
 * Decodes an export and looks at every pixel that has to be hidden, in every frame that is on screen then.
 * @param times seconds on the timeline, ascending, one for each frame in the file.
 * @param size of the picture as it is seen.
 * @returns a sentence for each time at which something is not the cover.
 */
export async function findUncovered(
  path: string,
  plan: CoverPlan,
  times: Float64Array,
  size: PictureSize,
  { signal, onSeconds }: Pick<PictureQuestion, 'signal' | 'onSeconds'> = {},
): Promise<Say[]> {
  const ranges = framesToSee(times, plan);
  if (ranges.length === 0) return [];
  const frame = new DecodedFrame(storedSize(size));
  const tool = runTool(
    'ffmpeg',
    [
      ...[
        '-nostdin',
        '-v',
        'error',
        '-noautorotate',
        '-protocol_whitelist',
        'file,pipe',
        '-i',
        `file:${path}`,
      ],
      ...['-map', '0:v:0', '-vf', `select=${isIn(ranges).replaceAll(',', '\\,')},format=yuv420p`],
      ...['-fps_mode', 'passthrough', '-f', 'rawvideo', '-flush_packets', '0', 'pipe:1'],
    ],
    { signal },
  );
  tool.stdin.end();
  try {
    const decoded = frame.readFrom(tool.stdout)[Symbol.asyncIterator]();
    const uncovered: number[] = [];
    let [i, range] = [0, 0];
    for (const part of hiddenParts(times, plan)) {
      const index = i++;
      while ((ranges[range]?.last ?? Infinity) < index) range++;
      if (index < (ranges[range]?.first ?? Infinity)) continue;
      if ((await decoded.next()).done) {
        // A cancel also ends the decoder, and is thrown here.
        await tool.done;
        return [() => t('it has fewer frames than it says')];
      }
      const isCovered = frame
        .deviations(part, size, COVER_VALUE)
        .every(({ most, mean }) => most <= MOST_STEPS && mean <= MEAN_STEPS);
      onSeconds?.(times[index] ?? 0);
      if (!isCovered) uncovered.push(times[index] ?? 0);
    }
    if (!(await decoded.next()).done) return [() => t('it has more frames than it says')];
    const { code } = await tool.done;
    if (code !== 0) throw new Unreadable('the picture cannot be decoded');
    return uncovered.map(
      (time) => () => t('something shows that should be covered at {time}', { time: clockTenths(time) }),
    );
  } finally {
    tool.child.kill('SIGKILL');
  }
}

interface FrameRange {
  first: number;
  last: number;
}

/**
 * Writes ffmpeg's expression for whether frame `n` is in one of the ranges. It goes by halves, since ffmpeg takes no
 * sum of more than a hundred terms, and so looks at few terms for each frame.
 */
function isIn(ranges: readonly FrameRange[]): string {
  const [range] = ranges;
  if (!range) return '0';
  if (ranges.length === 1) return `between(n,${range.first},${range.last})`;
  const half = ranges.length >> 1;
  const rest = ranges.slice(half);
  return `if(lt(n,${rest[0]?.first ?? 0}),${isIn(ranges.slice(0, half))},${isIn(rest)})`;
}

/** Lists the frames, counted from 0, in which something has to be hidden, and some between them. */
function framesToSee(times: Float64Array, plan: CoverPlan): FrameRange[] {
  const ranges: FrameRange[] = [];
  let i = 0;
  for (const part of hiddenParts(times, plan)) {
    const index = i++;
    if (part !== 'all' && part.length === 0) continue;
    const last = ranges.at(-1);
    if (last && index - last.last <= NEAR_FRAMES) last.last = index;
    else ranges.push({ first: index, last: index });
  }
  return ranges;
}
