import type { FileHandle } from 'node:fs/promises';
import { readAt } from '../../system/fileBytes';
import { Unreadable } from '../Unreadable';

/** One box of an ISO base media file (ISO/IEC 14496-12), in a flat list of all of them. Places and lengths are bytes. */
export interface IsoBox {
  /** The types of the boxes that hold it, and its own, such as `moov/trak/tkhd`. */
  path: string;
  /** The track that it belongs to, counted from 0; null outside of tracks. */
  track: number | null;
  /** Begin and end of its payload in the file. */
  from: number;
  to: number;
}

/** The boxes that hold nothing but boxes (ISO/IEC 14496-12, table 1), as far as exports have them. */
const HOLDERS: ReadonlySet<string> = new Set('moov trak edts mdia minf dinf stbl udta'.split(' '));

/**
 * Lists every box of an MP4 in the order of the file. This is verification's own reader: it goes through the file once
 * with a stack of the boxes that are open, and shares nothing with the reader that tidies exports.
 * @throws {Unreadable} when the boxes do not add up to the file.
 */
export async function isoBoxes(file: FileHandle): Promise<IsoBox[]> {
  const boxes: IsoBox[] = [];
  const open = [{ path: '', to: (await file.stat()).size }];
  let tracks = 0;
  let at = 0;
  for (;;) {
    while (open.length > 0 && at === open.at(-1)?.to) open.pop();
    const holder = open.at(-1);
    if (!holder) return boxes;
    const head = await readAt(file, at, 16);
    const size = sizeOf(head, holder.to - at);
    const type = head.toString('latin1', 4, 8);
    const path = holder.path === '' ? type : `${holder.path}/${type}`;
    if (path === 'moov/trak') tracks++;
    const track = path.startsWith('moov/trak') ? tracks - 1 : null;
    const box = { path, track, from: at + size.header, to: at + size.header + size.payload };
    boxes.push(box);
    at = box.from;
    if (HOLDERS.has(type)) open.push(box);
    else at = box.to;
  }
}

/** @param room bytes that are left in the holder. */
function sizeOf(head: Buffer, room: number): { header: number; payload: number } {
  if (Math.min(head.length, room) < 8) throw new Unreadable('a box is cut short');
  const said = head.readUInt32BE(0);
  const header = said === 1 ? 16 : 8;
  if (head.length < header) throw new Unreadable('a box is cut short');
  // 0 stands for all that is left, 1 for a size of 64 bits after the type.
  const size = said === 0 ? room : said === 1 ? Number(head.readBigUInt64BE(8)) : said;
  if (size < header || size > room) throw new Unreadable('a box is longer than what holds it');
  return { header, payload: size - header };
}

/** Reads the payload of a box; only for boxes that are known to be small. */
export const payloadOf = (file: FileHandle, { from, to }: IsoBox): Promise<Buffer> =>
  readAt(file, from, to - from);
