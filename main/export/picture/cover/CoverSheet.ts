import type { Rectangle } from '../../../../shared/model/cover';
import type { Area } from './coveredAreas';
import type { PictureSize } from './seenSize';

/** Pixels on each side of a block, which is hidden as a whole or not at all. Encoders work in such blocks. */
export const BLOCK_PIXELS = 16;
/**
 * Pixels that are hidden around every rectangle. Colour gets at most this far: from what is under it into its
 * neighbours (by the coding of the recording and the conversion of its colours), and from these into its edge (by the
 * smoothing of the new coding).
 */
const MARGIN_PIXELS = 8;

/** Tells which blocks of a frame are hidden: one byte for each block, row by row, 0 or 255. */
export class CoverSheet {
  readonly columns: number;
  readonly rows: number;
  readonly blocks: Buffer;
  readonly #before: Buffer;

  /** @param size of the picture as it is seen. */
  constructor(private readonly size: PictureSize) {
    this.columns = Math.ceil(size.width / BLOCK_PIXELS);
    this.rows = Math.ceil(size.height / BLOCK_PIXELS);
    this.blocks = Buffer.alloc(this.columns * this.rows);
    this.#before = Buffer.alloc(this.blocks.length);
  }

  /** Hides this area and nothing else. @returns true if it is another one than before. */
  show(area: Area): boolean {
    this.#before.set(this.blocks);
    this.blocks.fill(area === 'all' ? 255 : 0);
    if (area !== 'all') for (const rectangle of area) this.#hide(rectangle);
    return !this.#before.equals(this.blocks);
  }

  #hide({ x, y, width, height }: Rectangle): void {
    const [left, right] = blocksOf(x, x + width, this.size.width);
    const [top, bottom] = blocksOf(y, y + height, this.size.height);
    for (let row = top; row < bottom; row++) {
      this.blocks.fill(255, row * this.columns + left, row * this.columns + right);
    }
  }
}

/** Rounds outward to whole blocks, the margin included. */
const blocksOf = (from: number, to: number, pixels: number): [number, number] => [
  Math.max(0, Math.floor((from * pixels - MARGIN_PIXELS) / BLOCK_PIXELS)),
  Math.min(Math.ceil(pixels / BLOCK_PIXELS), Math.ceil((to * pixels + MARGIN_PIXELS) / BLOCK_PIXELS)),
];
