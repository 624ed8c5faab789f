import { t } from '../../../shared/messages/messages';
import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from '../../../shared/model/errors';

/** ggml's tensor types: elements and bytes of a block. From ggml.c's type traits. */
const BLOCKS = new Map<number, { elements: number; bytes: number }>([
  [0, { elements: 1, bytes: 4 }], // f32
  [1, { elements: 1, bytes: 2 }], // f16
  [2, { elements: 32, bytes: 18 }], // q4_0
  [3, { elements: 32, bytes: 20 }], // q4_1
  [6, { elements: 32, bytes: 22 }], // q5_0
  [7, { elements: 32, bytes: 24 }], // q5_1
  [8, { elements: 32, bytes: 34 }], // q8_0
  [10, { elements: 256, bytes: 84 }], // q2_K
  [11, { elements: 256, bytes: 110 }], // q3_K
  [12, { elements: 256, bytes: 144 }], // q4_K
  [13, { elements: 256, bytes: 176 }], // q5_K
  [14, { elements: 256, bytes: 210 }], // q6_K
  [30, { elements: 1, bytes: 2 }], // bf16
]);

/**
 * Walks through a model file in whisper.cpp's ggml format and jumps over parts that are not asked for. When a file ends
 * early, whisper.cpp itself takes it for a whole one, or crashes.
 */
export class ModelWalker {
  #position = 0;
  #buffer = Buffer.alloc(0);
  #bufferStart = 0;

  private constructor(
    private readonly file: FileHandle,
    readonly size: number,
  ) {}

  /** Walks through a file and closes it whatever happens. @throws {AppError} as `walk`. */
  static async through<T>(path: string, walk: (at: ModelWalker) => Promise<T>): Promise<T> {
    const file = await open(path, 'r');
    try {
      return await walk(new ModelWalker(file, (await file.stat()).size));
    } finally {
      await file.close();
    }
  }

  get atEnd(): boolean {
    return this.#position === this.size;
  }

  /** @throws {AppError} `MODEL_TRUNCATED` */
  skip(bytes: number): void {
    this.#position += bytes;
    if (this.#position > this.size) throw truncated();
  }

  /** @throws {AppError} `MODEL_TRUNCATED` */
  async number(): Promise<number> {
    return (await this.#bytes(4)).readInt32LE();
  }

  /** @throws {AppError} `MODEL_TRUNCATED` */
  async numbers<N extends number>(count: N): Promise<Numbers<N>> {
    const result: number[] = [];
    for (let i = 0; i < count; i++) result.push(await this.number());
    return result as Numbers<N>;
  }

  /** @throws {AppError} `MODEL_TRUNCATED` */
  async text(bytes: number): Promise<string> {
    return (await this.#bytes(bytes)).toString('utf8');
  }

  /**
   * Jumps over a tensor.
   * @returns true when it may be a tensor.
   * @throws {AppError} `MODEL_TRUNCATED`
   */
  async skipTensor(): Promise<boolean> {
    const [dimensions, nameLength, type] = await this.numbers(3);
    if (!within(dimensions, 0, 4) || !within(nameLength, 1, 200)) return false;
    const lengths = await this.numbers(dimensions);
    const elements = lengths.reduce((product, length) => product * length, 1);
    const block = BLOCKS.get(type);
    if (!lengths.every((length) => within(length, 1, 2 ** 24)) || !block) return false;
    if (elements % block.elements !== 0) return false;
    this.skip(nameLength + (elements / block.elements) * block.bytes);
    return true;
  }

  /** Reads the next bytes, at most as many as the buffer holds. */
  async #bytes(count: number): Promise<Buffer> {
    const start = this.#position;
    this.skip(count);
    if (start < this.#bufferStart || start + count > this.#bufferStart + this.#buffer.length) {
      this.#buffer = Buffer.alloc(Math.min(BUFFER_BYTES, this.size - start));
      await this.file.read(this.#buffer, 0, this.#buffer.length, start);
      this.#bufferStart = start;
    }
    return this.#buffer.subarray(start - this.#bufferStart, start - this.#bufferStart + count);
  }
}

const BUFFER_BYTES = 65_536;

/** Tells whether a number from the file is possible for what it stands for. */
export const within = (value: number, least: number, most: number): boolean =>
  value >= least && value <= most;

type Numbers<N extends number, T extends number[] = []> = number extends N
  ? number[]
  : T['length'] extends N
    ? T
    : Numbers<N, [...T, number]>;

const truncated = (): AppError =>
  new AppError(
    'MODEL_TRUNCATED',
    t('The end of the model file is missing.'),
    t('Copy or download the model again.'),
  );
