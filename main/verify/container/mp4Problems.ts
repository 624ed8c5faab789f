import type { FileHandle } from 'node:fs/promises';
import { t } from '../../../shared/messages/messages';
import type { Say } from '../../published/SpokenCheck';
import { readAt } from '../../system/fileBytes';
import { obuTypesIn } from './unitTypes';
import { Unreadable } from '../Unreadable';
import { isoBoxes, payloadOf, type IsoBox } from './isoBoxes';

/** Type of the one unit that AV1's settings hold (AV1, 6.2.2). */
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
/** The boxes that a description of samples may have: decoder settings, and the colours and shape of the picture. */
const DESCRIPTIONS = new Set(
  'avcC hvcC av1C vpcC esds btrt pasp colr fiel chrm mdcv clli SmDm CoLL free'.split(' '),
);
/** Bytes at the beginning of every description of samples: its size and type, six of nothing, an index (8.5.2). */
const ENTRY_BYTES = 8 + 6 + 2;
/** Bytes after these in a picture's, up to the encoder's name (12.1.3): nothing, size, resolution, nothing, a count. */
const BEFORE_NAME_BYTES = 16 + (2 + 2) + (4 + 4) + 4 + 2;
const NAME_BYTES = 32;
/** Bytes after the name: depth, and two of nothing. */
const AFTER_NAME_BYTES = 2 + 2;
/** Bytes after these in a sound's (12.2.3): nothing, channels, sample size, nothing, sample rate. */
const SOUND_BYTES = 8 + 2 + 2 + 4 + 4;
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

/** Finds what an MP4 has beyond ours: boxes, tags, names, dates, and bytes that belong to no frame. */
export async function mp4Problems(file: FileHandle): Promise<Say[]> {
  const boxes = await isoBoxes(file);
  const at = (...paths: string[]) => boxes.filter(({ path }) => paths.includes(path));
  const problems: Say[] = boxes
    .filter(({ path }) => !ALLOWED.has(path))
    .map(() => () => t('it has a box that an export never has'));

  for (const box of at('moov/udta/meta')) {
    if (!(await payloadOf(file, box)).equals(NO_TAGS)) problems.push(() => t('it has tags'));
  }
  for (const box of at('free')) {
    if (!isEmpty(await payloadOf(file, box))) problems.push(() => t('its padding is not empty'));
  }
  for (const box of at('moov/mvhd', 'moov/trak/tkhd', 'moov/trak/mdia/mdhd')) {
    if (await hasDates(file, box)) problems.push(() => t('it says when it was made'));
  }
  let referenced = 0;
  for (const { track } of at('moov/trak')) {
    const own = async (path: string): Promise<Buffer> => {
      const box = boxes.find((one) => one.track === track && one.path === path);
      if (!box) throw new Unreadable('a track is not whole');
      return payloadOf(file, box);
    };
    const handler = await own('moov/trak/mdia/hdlr');
    if (!isEmpty(handler.subarray(24))) problems.push(() => t('a track has a name'));
    problems.push(...descriptionProblems(await own(`${TRACK}/stsd`), handler.toString('latin1', 8, 12)));
    referenced += sumOfSizes(await own(`${TRACK}/stsz`));
  }
  const held = at('mdat').reduce((sum, { from, to }) => sum + to - from, 0);
  if (held !== referenced) problems.push(() => t('it has bytes that belong to no frame'));
  return problems;
}

const isEmpty = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

async function hasDates(file: FileHandle, { from }: IsoBox): Promise<boolean> {
  const [version = 0] = await readAt(file, from, 1);
  return !isEmpty(await readAt(file, from + 4, version === 1 ? 16 : 8));
}

/** @param kind of the track, according to its handler. */
function descriptionProblems(stsd: Buffer, kind: string): Say[] {
  const entry = stsd.subarray(8);
  const isOne = stsd.readUInt32BE(4) === 1 && entry.readUInt32BE(0) === entry.length;
  if (!isOne || (kind !== 'vide' && kind !== 'soun'))
    return [() => t('a track is described in an unknown way')];
  const nameAt = ENTRY_BYTES + BEFORE_NAME_BYTES;
  const isNamed = kind === 'vide' && !isEmpty(entry.subarray(nameAt, nameAt + NAME_BYTES));
  const settings = entry.subarray(
    kind === 'vide' ? nameAt + NAME_BYTES + AFTER_NAME_BYTES : ENTRY_BYTES + SOUND_BYTES,
  );
  return [...(isNamed ? [() => t('it names its encoder')] : []), ...settingsProblems(settings)];
}

/** Finds problems in the boxes of settings that follow one another in a description. */
function settingsProblems(settings: Buffer): Say[] {
  if (settings.length === 0) return [];
  const size = settings.readUInt32BE(0);
  if (size < 8 || size > settings.length) return [() => t('a track is described in an unknown way')];
  const type = settings.toString('latin1', 4, 8);
  const body = settings.subarray(8, size);
  return [
    ...(DESCRIPTIONS.has(type) ? [] : [() => t('a description has an unknown box')]),
    ...(type === 'free' && !isEmpty(body) ? [() => t('its padding is not empty')] : []),
    ...(isForeign(type, body) ? [() => t('its decoder settings hold something else')] : []),
    ...settingsProblems(settings.subarray(size)),
  ];
}

/** Tells whether a decoder's settings hold anything that is not a setting. */
function isForeign(type: string, settings: Buffer): boolean {
  if (type === 'avcC') return !isWholeAvcC(settings);
  return type === 'av1C' && obuTypesIn(settings.subarray(4)).some((unit) => unit !== SEQUENCE_HEADER);
}

function sumOfSizes(stsz: Buffer): number {
  const same = stsz.readUInt32BE(4);
  const count = stsz.readUInt32BE(8);
  if (same !== 0) return same * count;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += stsz.readUInt32BE(12 + 4 * i);
  return sum;
}

/**
 * Tells whether H.264's settings are whole (ISO/IEC 14496-15, 5.3.3): they are the two lists of parameter sets, four
 * bytes for high profiles, and no more.
 */
function isWholeAvcC(settings: Buffer): boolean {
  let at = 5;
  for (const mask of [31, 255]) {
    const count = settings.readUInt8(at++) & mask;
    for (let i = 0; i < count; i++) at += 2 + settings.readUInt16BE(at);
  }
  const rest = settings.subarray(at);
  return rest.length === 0 || (rest.length === 4 && rest.readUInt8(3) === 0);
}
