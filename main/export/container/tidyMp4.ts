import type { FileHandle } from 'node:fs/promises';
import { boxesIn } from '../../media/mp4/boxes';
import { turnTrack } from '../../media/mp4/turnTrack';
import { withFile } from '../../system/fileBytes';
import { boxesAt, mp4Boxes, payload, type Mp4Box } from '../../media/mp4/mp4Boxes';
import { PICTURE_ENTRY } from './pictureEntry';
import { pictureUnits } from './pictureUnits';

const HVCC_HEADER_BYTES = 22;

/**
 * Corrects in an MP4, in place, what ffmpeg's options do not reach. It sets how the picture has to be turned for
 * watching (what it was sealed in may not carry that), and removes the encoder's name and the SEI in the settings of
 * HEVC.
 * @param rotation clockwise degrees: 0, 90, 180 or 270.
 */
export async function tidyMp4(path: string, rotation: number): Promise<void> {
  await withFile(path, 'r+', async (file) => {
    for (const track of boxesAt(await mp4Boxes(file), 'moov/trak')) {
      const [header] = boxesAt([track], 'moov/trak/tkhd');
      const [handler] = boxesAt([track], 'moov/trak/mdia/hdlr');
      const [description] = boxesAt([track], 'moov/trak/mdia/minf/stbl/stsd');
      if (!header || !handler || !description) throw new RangeError('a track is not whole');
      if ((await payload(file, handler)).toString('latin1', 8, 12) !== 'vide') continue;
      await rewrite(file, header, (bytes) => turnTrack(bytes, rotation));
      await rewrite(file, description, tidyDescription);
    }
  });
}

async function rewrite(file: FileHandle, box: Mp4Box, change: (bytes: Buffer) => void): Promise<void> {
  const bytes = await payload(file, box);
  change(bytes);
  await file.write(bytes, 0, bytes.length, box.start + box.header);
}

function tidyDescription(stsd: Buffer): void {
  const entry = stsd.subarray(8);
  entry.fill(0, ...PICTURE_ENTRY.encoder);
  for (const { type, bytes } of boxesIn(entry.subarray(PICTURE_ENTRY.header))) {
    if (type === 'hvcC') dropForeignArrays(bytes);
  }
}

/**
 * Drops foreign units from HEVC's settings (ISO/IEC 14496-15, 8.3.3), which are arrays of units by type. The bytes that
 * this frees become an empty box behind them.
 */
function dropForeignArrays(box: Buffer): void {
  const settings = box.subarray(8);
  const kept: Buffer[] = [];
  let at = HVCC_HEADER_BYTES + 1;
  for (let arrays = settings.readUInt8(HVCC_HEADER_BYTES); arrays > 0; arrays--) {
    const start = at;
    const units = settings.readUInt16BE(start + 1);
    at += 3;
    for (let i = 0; i < units; i++) at += 2 + settings.readUInt16BE(at);
    const type = settings.readUInt8(start) & 63;
    if (pictureUnits('hevc')?.includes(type)) kept.push(Buffer.from(settings.subarray(start, at)));
  }
  const arrays = Buffer.concat(kept);
  const end = 8 + HVCC_HEADER_BYTES + 1 + arrays.length;
  const freed = box.length - end;
  if (freed === 0) return;
  settings.writeUInt8(kept.length, HVCC_HEADER_BYTES);
  box.fill(0, 8 + HVCC_HEADER_BYTES + 1);
  arrays.copy(box, 8 + HVCC_HEADER_BYTES + 1);
  box.writeUInt32BE(end, 0);
  box.writeUInt32BE(freed, end);
  box.write('free', end + 4, 'latin1');
}
