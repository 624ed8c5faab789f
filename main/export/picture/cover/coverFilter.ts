import type { Picture } from '../../../../shared/model/media';
import { BLOCK_PIXELS, CoverSheet } from './CoverSheet';
import { COVER_VALUE } from './coverValue';
import { evenSize, seenSize } from './seenSize';

const TURN: Record<number, string> = {
  90: 'transpose=clock,',
  180: 'hflip,vflip,',
  270: 'transpose=cclock,',
};

/**
 * Returns the filter graph that turns a picture upright and lays the sheets over it, before anything is encoded. A
 * block is either the recording's, unchanged, or the cover's: `overlay` is exact where nothing or all shines through.
 * @param picture the graph's input for the picture, such as `0:v`.
 * @param sheets its input for the sheets.
 * @returns the graph; its output is `[covered]`.
 */
export function coverFilter(facts: Picture, picture: string, sheets: string): string {
  const seen = seenSize(facts);
  const { width, height } = evenSize(seen);
  const { columns, rows } = new CoverSheet(seen);
  const cover = `lutyuv=y=${COVER_VALUE}:u=${COVER_VALUE}:v=${COVER_VALUE}`;
  // A recording may change its size on the way. A graph that is built anew for that would forget its sheet.
  const sized = `scale=${facts.width}:${facts.height}`;
  return [
    // Whoever made the recording cut away the frames from before the timeline.
    `[${picture}]${sized},trim=start=0,${TURN[facts.rotation] ?? ''}pad=${width}:${height},format=yuv420p[seen]`,
    `[${sheets}]scale=${columns * BLOCK_PIXELS}:${rows * BLOCK_PIXELS}:flags=neighbor,crop=${width}:${height}:0:0,split[a][b]`,
    `[a]format=yuv420p,${cover}[solid]`,
    '[b]format=gray[where]',
    '[solid][where]alphamerge[sheet]',
    '[seen][sheet]overlay=format=yuv420,format=yuv420p[covered]',
  ].join(';');
}
