const ONE = 0x1_0000;

/**
 * Sets in a track header how the picture has to be turned for watching (ISO/IEC 14496-12, 8.3.2). Version 1 has 64-bit
 * times; the matrix, width and height come after the times.
 * @param tkhd the payload of the box.
 * @param degrees clockwise: 0, 90, 180 or 270.
 */
export function turnTrack(tkhd: Buffer, degrees: number): void {
  const matrix = tkhd.readUInt8(0) === 1 ? 52 : 40;
  const [a, b, c, d, x, y] = turned(degrees, tkhd.readInt32BE(matrix + 36), tkhd.readInt32BE(matrix + 40));
  for (const [i, value] of [a, b, 0, c, d, 0, x, y, 0x4000_0000].entries()) {
    tkhd.writeInt32BE(value, matrix + 4 * i);
  }
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
