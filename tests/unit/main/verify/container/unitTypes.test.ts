import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nalTypes } from '../../../../../main/verify/container/unitTypes';

/** Bytes in which start codes are frequent, in pieces that may be shorter than one. */
const pieces = fc.array(
  fc
    .uint8Array({ maxLength: 8 })
    .map((bytes) => bytes.map((byte) => [0, 0, 0, 1, 1, 0x67, 0xff][byte % 7] ?? 0)),
);

/** Lists the bytes that follow 0, 0, 1, one place after another. */
function afterStartCodes(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 3; at < bytes.length; at++)
    if (bytes[at - 3] === 0 && bytes[at - 2] === 0 && bytes[at - 1] === 1) found.push(bytes[at] ?? 0);
  return found;
}

test.each([
  ['H.264', false, (header: number) => header & 31],
  ['HEVC', true, (header: number) => (header >> 1) & 63],
])('the units of %s are found, wherever the stream is cut', async (_, hevc, typeOf) => {
  await fc.assert(
    fc.asyncProperty(pieces, async (cut) => {
      const stream = Readable.from(cut.map((piece) => Buffer.from(piece)));
      const expected = new Set(afterStartCodes(Buffer.concat(cut)).map(typeOf));
      expect(await nalTypes(stream, hevc)).toEqual(expected);
    }),
  );
});
