import type { FileHandle } from 'node:fs/promises';
import { readAt } from '../../system/fileBytes';
import { boxHeader, LONG_HEADER_BYTES } from './boxHeader';

/** One box of an ISO base media file (ISO/IEC 14496-12): `start` counts from the file's start, in bytes. */
export interface Mp4Box {
  type: string;
  start: number;
  /** Bytes of the header before the payload. */
  header: number;
  size: number;
  /** The types of the boxes that hold it, outermost first, and its own, such as `moov/trak`. */
  path: string;
  children: Mp4Box[];
}

const CONTAINERS = new Set(['moov', 'trak', 'edts', 'mdia', 'minf', 'dinf', 'stbl', 'udta']);

/**
 * Reads every box of an MP4 file, and the boxes inside containers.
 * @throws {RangeError} when the boxes do not add up to the file.
 */
export async function mp4Boxes(file: FileHandle): Promise<Mp4Box[]> {
  const { size } = await file.stat();
  return readBoxes(file, 0, size, '');
}

async function readBoxes(file: FileHandle, from: number, to: number, path: string): Promise<Mp4Box[]> {
  const boxes: Mp4Box[] = [];
  for (let start = from; start < to;) {
    const found = boxHeader(await readAt(file, start, Math.min(LONG_HEADER_BYTES, to - start)));
    if (!found) throw new RangeError('a box is cut short');
    const { type, header } = found;
    const size = found.size === 0 ? to - start : found.size;
    if (start + size > to) throw new RangeError('a box is longer than what holds it');
    const own = path === '' ? type : `${path}/${type}`;
    const children = CONTAINERS.has(type) ? await readBoxes(file, start + header, start + size, own) : [];
    boxes.push({ type, start, header, size, path: own, children });
    start += size;
  }
  return boxes;
}

/** Lists all boxes at a path such as `moov/trak/tkhd`, in the order of the file. */
export function boxesAt(boxes: readonly Mp4Box[], path: string): Mp4Box[] {
  return boxes.flatMap((box) => [...(box.path === path ? [box] : []), ...boxesAt(box.children, path)]);
}

/** Reads the payload of a box; only for boxes that are known to be small. */
export async function payload(file: FileHandle, box: Mp4Box): Promise<Buffer> {
  return readAt(file, box.start + box.header, box.size - box.header);
}
