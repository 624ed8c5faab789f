import type { Readable } from 'node:stream';
import { runTool } from '../../system/runTool';
import { Unreadable } from '../Unreadable';

/** ffmpeg's arguments, by codec, to write a bare stream of units. */
const BARE: Record<string, string[]> = {
  h264: ['-bsf:v', 'h264_mp4toannexb', '-f', 'h264'],
  hevc: ['-bsf:v', 'hevc_mp4toannexb', '-f', 'hevc'],
  av1: ['-f', 'obu'],
};

/** Lists the types of all units in a picture's stream, its parameter sets included. */
export async function unitTypes(path: string, codec: string, signal?: AbortSignal): Promise<number[]> {
  const input = ['-nostdin', '-v', 'error', '-protocol_whitelist', 'file,pipe', '-i', `file:${path}`];
  const output = ['-map', '0:v:0', '-c', 'copy', ...(BARE[codec] ?? []), '-flush_packets', '0', 'pipe:1'];
  const tool = runTool('ffmpeg', [...input, ...output], { signal });
  tool.stdin.end();
  const types = codec === 'av1' ? await obuTypes(tool.stdout) : await nalTypes(tool.stdout, codec === 'hevc');
  const { code } = await tool.done;
  if (code !== 0) throw new Unreadable('the picture cannot be read');
  return [...types].sort((a, b) => a - b);
}

const START_CODE = Buffer.from([0, 0, 1]);

/** Reads types from the byte after each start code (ITU-T H.264, 7.3.1, and H.265, 7.3.1.2). */
export async function nalTypes(stream: Readable, hevc: boolean): Promise<Set<number>> {
  const types = new Set<number>();
  const take = (bytes: Buffer) => {
    let at = bytes.indexOf(START_CODE);
    while (at >= 0 && at + START_CODE.length < bytes.length) {
      const header = bytes.readUInt8(at + START_CODE.length);
      types.add(hevc ? (header >> 1) & 63 : header & 31);
      at = bytes.indexOf(START_CODE, at + START_CODE.length);
    }
  };
  let tail = Buffer.alloc(0);
  for await (const piece of stream) {
    const chunk = piece as Buffer;
    take(chunk);
    // A start code, or the byte after it, may lie in the next chunk.
    take(Buffer.concat([tail, chunk.subarray(0, START_CODE.length)]));
    const end = chunk.subarray(-START_CODE.length);
    tail = Buffer.concat([tail, end]).subarray(-START_CODE.length);
  }
  return types;
}

/** The unit that separates frames in a bare stream; ffmpeg puts it there and MP4 does not have it. */
const TEMPORAL_DELIMITER = 2;

/** Reads units of AV1 (5.3): a header of one or two bytes, the length in groups of seven bits, the payload. */
async function obuTypes(stream: Readable): Promise<Set<number>> {
  const types = new Set<number>();
  let rest = Buffer.alloc(0);
  let skip = 0;
  for await (const chunk of stream) {
    let bytes = Buffer.concat([rest, chunk as Buffer]);
    for (;;) {
      const skipped = Math.min(skip, bytes.length);
      bytes = bytes.subarray(skipped);
      skip -= skipped;
      const header = obuHeader(bytes);
      if (skip > 0 || !header) break;
      if (header.type !== TEMPORAL_DELIMITER) types.add(header.type);
      skip = header.length;
    }
    rest = Buffer.from(bytes);
  }
  return types;
}

/** Lists the types of AV1 units that follow one another in a buffer. */
export function obuTypesIn(bytes: Buffer): number[] {
  const types: number[] = [];
  for (let rest = bytes, header = obuHeader(rest); header; header = obuHeader(rest)) {
    types.push(header.type);
    rest = rest.subarray(header.length);
  }
  return types;
}

/** Reads the type of the unit that begins here, and its length with the header; undefined if it needs more bytes. */
function obuHeader(bytes: Buffer): { type: number; length: number } | undefined {
  const [first] = bytes;
  if (first === undefined) return undefined;
  let at = first & 4 ? 2 : 1;
  let size = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined) return undefined;
    size += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { type: (first >> 3) & 15, length: at + size };
  }
}
