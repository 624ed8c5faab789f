import type { Readable } from 'node:stream';
import type { Edges, HiddenPart } from './hiddenParts';
import { Unreadable } from '../Unreadable';
import type { PictureSize } from './uprightSize';

/** The distance of values from the one they should have, in 256 steps. */
export interface Deviation {
  most: number;
  mean: number;
}

const WHOLE: Edges = { left: 0, top: 0, right: 1, bottom: 1 };

/** Holds one frame at a time of a raw 4:2:0 stream: brightness, then two planes of colour of half the size. */
export class DecodedFrame {
  readonly #bytes: Buffer;
  readonly #planes: readonly { offset: number; stride: number; scale: 1 | 2 }[];

  /** @param size even in both directions. */
  constructor({ width, height }: PictureSize) {
    const [luma, chroma] = [width * height, (width * height) / 4];
    this.#bytes = Buffer.alloc(luma + 2 * chroma);
    this.#planes = [
      { offset: 0, stride: width, scale: 1 },
      { offset: luma, stride: width / 2, scale: 2 },
      { offset: luma + chroma, stride: width / 2, scale: 2 },
    ];
  }

  /**
   * Yields each time the next frame is here.
   * @throws {Unreadable} when the stream ends within a frame.
   */
  async *readFrom(stream: Readable): AsyncGenerator<void> {
    let filled = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      for (let from = 0; from < chunk.length;) {
        const copied = chunk.copy(this.#bytes, filled, from);
        from += copied;
        filled += copied;
        if (filled < this.#bytes.length) continue;
        filled = 0;
        yield;
      }
    }
    if (filled > 0) throw new Unreadable('a frame is cut short');
  }

  /**
   * Tells how much the pixels of a part differ from one value: one answer for each rectangle and plane.
   * @param size of the picture without the row or column that made it even.
   */
  deviations(part: HiddenPart, { width, height }: PictureSize, value: number): Deviation[] {
    const rectangles = part === 'all' ? [WHOLE] : part;
    return rectangles.flatMap((edges) => {
      const [left, right] = pixels(edges.left, edges.right, width);
      const [top, bottom] = pixels(edges.top, edges.bottom, height);
      return this.#planes.map(({ offset, stride, scale }) => {
        const columns = { from: Math.floor(left / scale), to: Math.ceil(right / scale) };
        const rows = { from: Math.floor(top / scale), to: Math.ceil(bottom / scale) };
        return this.#deviation(offset, stride, columns, rows, value);
      });
    });
  }

  #deviation(offset: number, stride: number, columns: Run, rows: Run, value: number): Deviation {
    const expected = Buffer.alloc(columns.to - columns.from, value);
    let [most, sum] = [0, 0];
    for (let row = rows.from; row < rows.to; row++) {
      const line = this.#bytes.subarray(
        offset + row * stride + columns.from,
        offset + row * stride + columns.to,
      );
      // Most lines are exact, and comparing whole lines is a hundred times as fast.
      if (line.equals(expected)) continue;
      for (const byte of line) {
        const away = Math.abs(byte - value);
        sum += away;
        if (away > most) most = away;
      }
    }
    return { most, mean: sum / Math.max(1, expected.length * (rows.to - rows.from)) };
  }
}

/** Rounds outward to whole pixels, within the picture. */
const pixels = (from: number, to: number, count: number): [number, number] => [
  Math.max(0, Math.floor(from * count)),
  Math.min(count, Math.ceil(to * count)),
];

interface Run {
  from: number;
  to: number;
}
