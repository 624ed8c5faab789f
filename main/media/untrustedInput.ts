import { resolve } from 'node:path';

/**
 * The containers a recording may come in. Play lists (HLS, DASH, concat), image sequences and the like are left
 * out: reading them opens other files, or the network, under names that the file itself chooses.
 */
export const CONTAINERS = [
  'mov', // MP4, M4A, 3GP
  'matroska', // WebM
  'mpegts',
  'mpeg',
  'avi',
  'asf',
  'flv',
  'mxf',
  'dv',
  'gxf',
  'rm',
  'wtv',
  'nut',
  'ogg',
  'wav',
  'w64',
  'aiff',
  'au',
  'caf',
  'flac',
  'mp3',
  'aac',
  'loas',
  'latm',
  'ac3',
  'eac3',
  'dts',
  'amr',
  'amrnb',
  'amrwb',
  'ape',
  'wv',
  'tta',
  'tak',
  'dsf',
  'voc',
  'sox',
  'gsm',
  'xa',
  'aa',
  'dss',
];

/**
 * Returns ffmpeg's arguments to read a file of unknown origin, and nothing but that file. `file:` with an absolute
 * path keeps a name from being taken for an option, a protocol or a pattern. The numbers say how far ffmpeg looks
 * for streams (bytes, microseconds): cameras may switch the microphone on late.
 */
export function untrustedInput(file: string): string[] {
  return [
    '-protocol_whitelist',
    'file,pipe',
    '-format_whitelist',
    CONTAINERS.join(),
    '-probesize',
    '20000000',
    '-analyzeduration',
    '10000000',
    '-i',
    `file:${resolve(file)}`,
  ];
}
