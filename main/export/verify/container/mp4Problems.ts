import type { FileHandle } from 'node:fs/promises';
import { readAt } from '../../fileBytes';
import { boxesAt, mp4Boxes, payload, type Mp4Box } from '../../mp4Boxes';

const TRACK = 'moov/trak/mdia/minf/stbl';
/** Every box that our files may have. */
const ALLOWED = new Set([
  ...['ftyp', 'free', 'mdat', 'moov', 'moov/mvhd', 'moov/udta', 'moov/udta/meta'],
  ...['moov/trak', 'moov/trak/tkhd', 'moov/trak/edts', 'moov/trak/edts/elst', 'moov/trak/mdia'],
  ...['mdhd', 'hdlr', 'minf', 'minf/vmhd', 'minf/smhd', 'minf/dinf', 'minf/dinf/dref', 'minf/stbl'].map(
    (box) => `moov/trak/mdia/${box}`,
  ),
  ...['stsd', 'stts', 'ctts', 'stss', 'stsc', 'stsz', 'stco', 'co64', 'sgpd', 'sbgp'].map(
    (box) => `${TRACK}/${box}`,
  ),
]);
/** What a description of samples may be made of: decoder settings, and the colours and shape of the picture. */
const DESCRIPTIONS = new Set(
  'avcC hvcC av1C vpcC esds btrt pasp colr fiel chrm mdcv clli SmDm CoLL smta'.split(' '),
);
/** Bytes of a sample entry before its boxes: ISO/IEC 14496-12, 12.1.3 and 12.2.3. */
const ENTRY_HEADER: Record<string, number> = { vide: 86, soun: 36 };
/** The list of tags that ffmpeg always writes, with no tags in it. */
const NO_TAGS = Buffer.from(
  '0000000000000021' +
    Buffer.from('hdlr').toString('hex') +
    '0000000000000000' +
    Buffer.from('mdirappl').toString('hex') +
    '000000000000000000' +
    '00000008' +
    Buffer.from('ilst').toString('hex'),
  'hex',
);

/** What an MP4 has that ours do not: boxes, tags, names, dates, and bytes that belong to no frame. */
export async function mp4Problems(file: FileHandle): Promise<string[]> {
  const boxes = await mp4Boxes(file);
  const problems = flatten(boxes)
    .filter(({ path }) => !ALLOWED.has(path))
    .map(() => 'it has a box that an export never has');

  for (const box of boxesAt(boxes, 'moov/udta/meta')) {
    if (!(await payload(file, box)).equals(NO_TAGS)) problems.push('it has tags');
  }
  for (const box of boxesAt(boxes, 'free')) {
    if ((await payload(file, box)).some((byte) => byte !== 0)) problems.push('its padding is not empty');
  }
  for (const path of ['moov/mvhd', 'moov/trak/tkhd', 'moov/trak/mdia/mdhd']) {
    for (const box of boxesAt(boxes, path))
      if (await hasDates(file, box)) problems.push('it says when it was made');
  }
  let referenced = 0;
  for (const track of boxesAt(boxes, 'moov/trak')) {
    const [handler] = boxesAt([track], 'moov/trak/mdia/hdlr');
    const [description] = boxesAt([track], `${TRACK}/stsd`);
    const [sizes] = boxesAt([track], `${TRACK}/stsz`);
    if (!handler || !description || !sizes) throw new RangeError('a track is not whole');
    const kind = await payload(file, handler);
    if (kind.subarray(24).some((byte) => byte !== 0)) problems.push('a track has a name');
    problems.push(...descriptionProblems(await payload(file, description), kind.toString('latin1', 8, 12)));
    referenced += sumOfSizes(await payload(file, sizes));
  }
  const held = boxesAt(boxes, 'mdat').reduce((sum, { size, header }) => sum + size - header, 0);
  if (held !== referenced) problems.push('it has bytes that belong to no frame');
  return problems;
}

const flatten = (boxes: readonly Mp4Box[]): Mp4Box[] =>
  boxes.flatMap((box) => [box, ...flatten(box.children)]);

async function hasDates(file: FileHandle, box: Mp4Box): Promise<boolean> {
  const [version = 0] = await readAt(file, box.start + box.header, 1);
  const dates = await readAt(file, box.start + box.header + 4, version === 1 ? 16 : 8);
  return dates.some((byte) => byte !== 0);
}

function descriptionProblems(stsd: Buffer, kind: string): string[] {
  const problems: string[] = [];
  const length = stsd.readUInt32BE(8);
  const header = ENTRY_HEADER[kind];
  if (stsd.readUInt32BE(4) !== 1 || length !== stsd.length - 8 || header === undefined) {
    return ['a track is described in an unknown way'];
  }
  const entry = stsd.subarray(8);
  // 32 bytes for the name of the program that encoded.
  if (kind === 'vide' && entry.subarray(50, 82).some((byte) => byte !== 0))
    problems.push('it names its encoder');
  for (let at = header; at < length;) {
    const size = entry.readUInt32BE(at);
    if (size < 8 || at + size > length) return [...problems, 'a track is described in an unknown way'];
    if (!DESCRIPTIONS.has(entry.toString('latin1', at + 4, at + 8)))
      problems.push('a description has an unknown box');
    at += size;
  }
  return problems;
}

function sumOfSizes(stsz: Buffer): number {
  const same = stsz.readUInt32BE(4);
  const count = stsz.readUInt32BE(8);
  if (same !== 0) return same * count;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += stsz.readUInt32BE(12 + 4 * i);
  return sum;
}
