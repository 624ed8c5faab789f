import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { measureStreams, type MeasureOptions } from '../../../../../main/ingest/recording/measureStreams';

const HEADER = ['#software: Lavf', '#tb 0: 1/1000', '#media_type 0: audio', '#codec_id 0: aac'];
const NONE = '-9223372036854775808';

/** Measures packets given as `[time, duration, flags?]` in thousandths of a second. */
async function measure(packets: [string | number, number, string?][], options: Partial<MeasureOptions> = {}) {
  const lines = packets.map(
    ([time, duration, flags]) =>
      `0, 0, ${time}, ${duration}, 99, 0xabcdef01${flags ? `, F=${flags}, S=1, 10` : ''}`,
  );
  const list = Readable.from([[...HEADER, ...lines].join('\n')]);
  return measureStreams(list, { zero: 0, inOrder: true, ...options });
}

describe('a list of packets', () => {
  it('gives start and end on the timeline, and how many there are', async () => {
    const [stream] = await measure(
      [
        [10_000, 20],
        [10_020, 20],
        [10_040, 20],
      ],
      { zero: 10 },
    );
    expect(stream?.start).toBeCloseTo(0, 9);
    expect(stream?.end).toBeCloseTo(0.06, 9);
    expect(stream).toMatchObject({ packets: 3, hidden: 0, pieced: false });
  });

  it('knows the end only to within a packet when the last does not say how long it is', async () => {
    const [stream] = await measure([
      [0, 0],
      [96, 0],
      [160, 0],
    ]);
    expect(stream?.end).toBeCloseTo(0.16, 9);
    expect(stream?.endAtMost).toBeCloseTo(0.256, 9);
  });

  it('takes the decoding time where a packet has no other', async () => {
    const [stream] = await measure([
      [NONE, 20],
      [20, 20],
    ]);
    expect([stream?.start, stream?.end]).toEqual([0, 0.04]);
  });

  it('counts hidden packets, and calls pieces only what is hidden after the start', async () => {
    const [start] = await measure([
      [-40, 20, '0x5'],
      [-20, 20, '0x5'],
      [0, 20],
    ]);
    expect(start).toMatchObject({ start: -0.04, packets: 3, hidden: 2, pieced: false });
    const [middle] = await measure([
      [0, 20],
      [20, 20, '0x4'],
      [40, 20, '0x1'],
    ]);
    expect(middle).toMatchObject({ hidden: 1, pieced: true });
  });

  it('takes overlapping sound for pieces, rounding and reordered frames for none', async () => {
    expect(
      (
        await measure([
          [0, 20],
          [4, 20],
        ])
      )[0]?.pieced,
    ).toBe(true);
    expect(
      (
        await measure([
          [0, 21],
          [20, 21],
          [42, 21],
        ])
      )[0]?.pieced,
    ).toBe(false);
    expect(
      (
        await measure(
          [
            [80, 40],
            [0, 40],
            [40, 40],
          ],
          { inOrder: false },
        )
      )[0]?.pieced,
    ).toBe(false);
  });

  it('keeps streams apart, also one without packets, and tells the time as it goes', async () => {
    const heard: number[] = [];
    const list = Readable.from([
      '#tb 0: 1/10\n#tb 1: 1/100\n1, 100, 100, 1, 9, 0x0\n1, 200, 200, 1, 9, 0x0\n',
    ]);
    const onSeconds = (seconds: number) => heard.push(seconds);
    const [empty, full] = await measureStreams(list, { zero: 1, inOrder: true, onSeconds });
    expect(empty).toMatchObject({ packets: 0, end: -Infinity });
    expect(full).toMatchObject({ packets: 2, start: 0 });
    expect(heard).toEqual([0, 1]);
  });
});
