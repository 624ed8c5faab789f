import { withFile } from './fileBytes';
import { boxesAt, mp4Boxes, payload } from './mp4Boxes';

const ONE = 0x1_0000;

/**
 * Writes into an MP4 how its picture has to be turned for watching, in place. Done here because the container that
 * the picture was sealed in does not carry it and ffmpeg's option for it changes from version to version.
 * @param degrees clockwise: 0, 90, 180 or 270.
 */
export async function turnPicture(path: string, degrees: number): Promise<void> {
  await withFile(path, 'r+', async (file) => {
    for (const box of boxesAt(await mp4Boxes(file), 'moov/trak/tkhd')) {
      const header = await payload(file, box);
      // Version 1 has 64-bit times; the matrix stands behind them, then width and height (14496-12, 8.3.2).
      const matrix = header.readUInt8(0) === 1 ? 52 : 40;
      const width = header.readInt32BE(matrix + 36);
      const height = header.readInt32BE(matrix + 40);
      if (width === 0) continue;
      const [a, b, c, d, x, y] = turned(degrees, width, height);
      const rows = [a, b, 0, c, d, 0, x, y, 0x4000_0000];
      for (const [i, value] of rows.entries()) header.writeInt32BE(value, matrix + 4 * i);
      await file.write(header, 0, header.length, box.start + box.header);
    }
  });
}

function turned(
  degrees: number,
  width: number,
  height: number,
): [number, number, number, number, number, number] {
  switch (degrees) {
    case 90:
      return [0, ONE, -ONE, 0, height, 0];
    case 180:
      return [-ONE, 0, 0, -ONE, width, height];
    case 270:
      return [0, -ONE, ONE, 0, 0, width];
    default:
      return [ONE, 0, 0, ONE, 0, 0];
  }
}
