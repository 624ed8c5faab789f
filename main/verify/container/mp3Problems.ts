import type { FileHandle } from 'node:fs/promises';
import { t } from '../../../shared/messages/messages';
import type { Say } from '../../published/SpokenCheck';
import { readAt } from '../../system/fileBytes';

/** kbit/s by index, for MPEG 1 and for MPEG 2 and 2.5, layer 3 (ISO/IEC 11172-3, 13818-3). */
const KILOBITS = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const SAMPLE_RATES_HZ = [44_100, 48_000, 32_000] as const;
/** Bytes of a piece of the file, from which headers are read. */
const PIECE_BYTES = 1 << 20;

/** Finds what an MP3 has beyond ours: anything that is not one frame after another, such as tags of every kind. */
export async function mp3Problems(file: FileHandle): Promise<Say[]> {
  const { size } = await file.stat();
  let piece: Buffer = Buffer.alloc(0);
  let start = 0;
  for (let at = 0; at < size;) {
    if (at + 4 > start + piece.length) {
      piece = await readAt(file, at, PIECE_BYTES);
      start = at;
    }
    const length = piece.length - (at - start) < 4 ? 0 : frameLength(piece.readUInt32BE(at - start));
    if (length === 0 || at + length > size) return [() => t('it has bytes that belong to no frame')];
    at += length;
  }
  return [];
}

/** Returns the bytes of the frame with that header; 0 when it is not a frame of layer 3. */
function frameLength(header: number): number {
  const version = (header >>> 19) & 3;
  const layer3 = ((header >>> 17) & 3) === 1;
  if (header >>> 21 !== 0x7ff || version === 1 || !layer3) return 0;
  const kilobits = KILOBITS[version === 3 ? 0 : 1][(header >>> 12) & 15];
  const full = SAMPLE_RATES_HZ[(header >>> 10) & 3];
  if (!kilobits || !full) return 0;
  const rate = full / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const padding = (header >>> 9) & 1;
  return Math.floor(((version === 3 ? 144 : 72) * 1000 * kilobits) / rate) + padding;
}
