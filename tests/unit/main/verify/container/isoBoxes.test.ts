import { open, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { makeBox } from '../../../../../main/media/mp4/boxes';
import { mp4Boxes, type Mp4Box } from '../../../../../main/media/mp4/mp4Boxes';
import { isoBoxes } from '../../../../../main/verify/container/isoBoxes';
import { Unreadable } from '../../../../../main/verify/Unreadable';
import { useTemporaryFolder } from '../../../../support/makeMedia';

const at = useTemporaryFolder();

async function read<T>(
  bytes: Buffer,
  by: (file: Awaited<ReturnType<typeof open>>) => Promise<T>,
): Promise<T> {
  await writeFile(at('it.mp4'), bytes);
  const file = await open(at('it.mp4'));
  try {
    return await by(file);
  } finally {
    await file.close();
  }
}

const box = (type: string, ...parts: Buffer[]) => makeBox(type, ...parts);
const bytes = (count: number) => Buffer.alloc(count, 7);
/** Makes a box whose size has 64 bits. */
function long(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1);
  head.write(type, 4, 'latin1');
  head.writeBigUInt64BE(BigInt(16 + body.length), 8);
  return Buffer.concat([head, body]);
}
/** Makes a box that goes on to the end. */
function last(type: string, body: Buffer): Buffer {
  const whole = box(type, body);
  whole.writeUInt32BE(0);
  return whole;
}

const track = (id: number) =>
  box('trak', box('tkhd', bytes(id)), box('mdia', box('hdlr', bytes(24)), box('minf')));
const MOVIE = Buffer.concat([
  box('ftyp', bytes(8)),
  long('mdat', bytes(100)),
  box('moov', box('mvhd', bytes(4)), track(1), track(2), box('udta', box('meta', bytes(3)))),
  last('free', bytes(5)),
]);

describe('the boxes of an MP4', () => {
  test('are listed with their places, whatever form their size has', async () => {
    const boxes = await read(MOVIE, isoBoxes);
    expect(boxes.map(({ path, track: of, from, to }) => `${path} ${String(of)} ${to - from}`)).toEqual([
      'ftyp null 8',
      'mdat null 100',
      'moov null 162',
      'moov/mvhd null 4',
      'moov/trak 0 57',
      'moov/trak/tkhd 0 1',
      'moov/trak/mdia 0 40',
      'moov/trak/mdia/hdlr 0 24',
      'moov/trak/mdia/minf 0 0',
      'moov/trak 1 58',
      'moov/trak/tkhd 1 2',
      'moov/trak/mdia 1 40',
      'moov/trak/mdia/hdlr 1 24',
      'moov/trak/mdia/minf 1 0',
      'moov/udta null 11',
      'moov/udta/meta null 3',
      'free null 5',
    ]);
  });

  test('are the same for the reader that exports are tidied with', async () => {
    const flat = (all: readonly Mp4Box[]): Mp4Box[] => all.flatMap((one) => [one, ...flat(one.children)]);
    const theirs = flat(await read(MOVIE, mp4Boxes)).map(({ path, start, header, size }) => ({
      ...{ path, from: start + header, to: start + size },
    }));
    expect((await read(MOVIE, isoBoxes)).map(({ path, from, to }) => ({ path, from, to }))).toEqual(theirs);
  });

  test.each([
    ['a box that is longer than the file', MOVIE.subarray(0, MOVIE.length - 40)],
    ['bytes behind the last box', Buffer.concat([box('ftyp', bytes(8)), bytes(5)])],
    ['a box that is shorter than its header', Buffer.from('00000004' + '66726565', 'hex')],
    ['a box that is longer than what holds it', box('moov', Buffer.from('00000040' + '66726565', 'hex'))],
    ['a long size that is cut short', Buffer.from('00000001' + '66726565' + '00000000', 'hex')],
  ])('are refused for %s', async (_what, file) => {
    await expect(read(file, isoBoxes)).rejects.toThrow(Unreadable);
  });
});
