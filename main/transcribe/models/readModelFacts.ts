import { open, type FileHandle } from 'node:fs/promises';
import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';

/** What a model file says of itself. */
export interface ModelFacts {
  multilingual: boolean;
  encoderLayers: number;
  decoderLayers: number;
  width: number;
  heads: number;
  mels: number;
  vocabulary: number;
}

const MAGIC = 0x67676d6c;
/** The English-only vocabulary; multilingual ones are larger. */
const ENGLISH_TOKEN_COUNT = 51_864;

/** ggml's tensor types: elements in a block, and its bytes. From ggml.c's type traits. */
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
 * Walks through a model file in whisper.cpp's ggml format: header, mel filters, vocabulary and the table of
 * tensors, jumping over the weights. whisper.cpp itself takes a file that ends early for a whole one, or crashes.
 * @throws {AppError} `MODEL_INVALID` when it is not such a file, `MODEL_TRUNCATED` when its end is missing.
 */
export async function readModelFacts(path: string): Promise<ModelFacts> {
  const file = await open(path, 'r');
  try {
    return await walk(new Walker(file, (await file.stat()).size));
  } finally {
    await file.close();
  }
}

async function walk(at: Walker): Promise<ModelFacts> {
  if (at.size < 4 || (await at.number()) !== MAGIC) throw invalid();
  const [vocabulary, audioContext, width, heads, encoderLayers] = await at.numbers(5);
  const [textContext, textWidth, textHeads, decoderLayers, mels] = await at.numbers(5);
  await at.number(); // the type most weights have
  within(vocabulary, ENGLISH_TOKEN_COUNT, 60_000);
  for (const context of [audioContext, textContext]) within(context, 8, 10_000);
  for (const count of [heads, textHeads]) within(count, 1, 128);
  for (const count of [encoderLayers, decoderLayers]) within(count, 1, 128);
  within(width, 8, 16_384);
  within(mels, 8, 512);
  if (textWidth !== width || width % heads !== 0 || width % textHeads !== 0) throw invalid();

  const [filterBands, filterBins] = await at.numbers(2);
  within(filterBands, mels, mels);
  within(filterBins, 1, 10_000);
  at.skip(4 * filterBands * filterBins);

  const words = await at.number();
  within(words, 1, vocabulary);
  for (let i = 0; i < words; i++) at.skip(within(await at.number(), 0, 1000));

  const expected = 11 + 15 * encoderLayers + 24 * decoderLayers;
  for (let i = 0; i < expected; i++) await skipTensor(at);
  if (!at.atEnd) throw invalid();
  return {
    multilingual: vocabulary > ENGLISH_TOKEN_COUNT,
    encoderLayers,
    decoderLayers,
    width,
    heads,
    mels,
    vocabulary,
  };
}

async function skipTensor(at: Walker): Promise<void> {
  const [dimensions, nameLength, type] = await at.numbers(3);
  within(dimensions, 1, 4);
  within(nameLength, 1, 200);
  let elements = 1;
  for (const length of await at.numbers(dimensions)) elements *= within(length, 1, 2 ** 24);
  const block = BLOCKS.get(type);
  if (!block || elements % block.elements !== 0) throw invalid();
  at.skip(nameLength + (elements / block.elements) * block.bytes);
}

function within(value: number, least: number, most: number): number {
  if (value < least || value > most) throw invalid();
  return value;
}

/** Reads 32-bit numbers here and there in a file, through a buffer. */
class Walker {
  #position = 0;
  #buffer = Buffer.alloc(0);
  #bufferStart = 0;

  constructor(
    private readonly file: FileHandle,
    readonly size: number,
  ) {}

  get atEnd(): boolean {
    return this.#position === this.size;
  }

  skip(bytes: number): void {
    this.#position += bytes;
    if (this.#position > this.size) throw truncated();
  }

  async number(): Promise<number> {
    const start = this.#position;
    this.skip(4);
    if (start < this.#bufferStart || start + 4 > this.#bufferStart + this.#buffer.length) {
      this.#buffer = Buffer.alloc(Math.min(65_536, this.size - start));
      await this.file.read(this.#buffer, 0, this.#buffer.length, start);
      this.#bufferStart = start;
    }
    return this.#buffer.readInt32LE(start - this.#bufferStart);
  }

  async numbers<N extends number>(count: N): Promise<Numbers<N>> {
    const result: number[] = [];
    for (let i = 0; i < count; i++) result.push(await this.number());
    return result as Numbers<N>;
  }
}

type Numbers<N extends number, T extends number[] = []> = number extends N
  ? number[]
  : T['length'] extends N
    ? T
    : Numbers<N, [...T, number]>;

const invalid = (): AppError =>
  new AppError(
    'MODEL_INVALID',
    t('The file is not a Whisper model in whisper.cpp’s format.'),
    t('Choose a model file named like ggml-base.bin, made for whisper.cpp.'),
  );

const truncated = (): AppError =>
  new AppError(
    'MODEL_TRUNCATED',
    t('The end of the model file is missing.'),
    t('Copy or download the model again.'),
  );
