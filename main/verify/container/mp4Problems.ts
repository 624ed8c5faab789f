import type { FileHandle } from 'node:fs/promises';
import { readAt } from '../../export/container/fileBytes';
import { obuTypesIn } from '../picture/unitTypes';
import { PICTURE_ENTRY, SOUND_ENTRY } from '../../export/container/sampleEntry';
import { boxesAt, mp4Boxes, payload, type Mp4Box } from '../../export/container/mp4Boxes';

/** The one unit that AV1's settings hold (AV1, 6.2.2). */
const SEQUENCE_HEADER = 1;
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
  'avcC hvcC av1C vpcC esds btrt pasp colr fiel chrm mdcv clli SmDm CoLL free'.split(' '),
);
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
  const header = kind === 'vide' ? PICTURE_ENTRY.header : kind === 'soun' ? SOUND_ENTRY.header : undefined;
  if (stsd.readUInt32BE(4) !== 1 || length !== stsd.length - 8 || header === undefined) {
    return ['a track is described in an unknown way'];
  }
  const entry = stsd.subarray(8);
  if (kind === 'vide' && entry.subarray(...PICTURE_ENTRY.encoder).some((byte) => byte !== 0))
    problems.push('it names its encoder');
  for (let at = header; at < length;) {
    const size = entry.readUInt32BE(at);
    if (size < 8 || at + size > length) return [...problems, 'a track is described in an unknown way'];
    const box = entry.subarray(at, at + size);
    const type = box.toString('latin1', 4, 8);
    if (!DESCRIPTIONS.has(type)) problems.push('a description has an unknown box');
    if (type === 'free' && box.subarray(8).some((byte) => byte !== 0))
      problems.push('its padding is not empty');
    if (type === 'avcC' && !isWholeAvcC(box.subarray(8)))
      problems.push('its decoder settings hold something else');
    if (
      type === 'av1C' &&
      box.length > 12 &&
      obuTypesIn(box.subarray(12)).some((unit) => unit !== SEQUENCE_HEADER)
    ) {
      problems.push('its decoder settings hold something else');
    }
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

/** H.264's settings (ISO/IEC 14496-15, 5.3.3): the two lists of parameter sets, four bytes for high profiles, no more. */
function isWholeAvcC(settings: Buffer): boolean {
  let at = 5;
  for (const mask of [31, 255]) {
    const count = settings.readUInt8(at++) & mask;
    for (let i = 0; i < count; i++) at += 2 + settings.readUInt16BE(at);
  }
  const rest = settings.subarray(at);
  return rest.length === 0 || (rest.length === 4 && rest.readUInt8(3) === 0);
}
