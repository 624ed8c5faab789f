import { writeSync } from 'node:fs';

/** A tensor as it stands in a model file of whisper.cpp. */
export interface Tensor {
  name: string;
  /** Lengths of the dimensions, the fastest first, as ggml counts. */
  shape: number[];
  value?: (at: number) => number;
  /** True for 32-bit floats, which tensors of one dimension are anyway; else they have 16 bits. */
  float32?: boolean;
}

/**
 * Numbers that are made once and repeat, since a billion would take minutes. It is prime, so that no rows are alike.
 */
const MADE_ONCE = 1_048_573;

/**
 * Writes a tensor: the number of dimensions, the length of its name, the type, its lengths, its name, its numbers.
 * @param again true when numbers may repeat, because only the time of computing with them counts.
 */
export function writeTensor(
  file: number,
  { name, shape, value, float32 }: Required<Pick<Tensor, 'name' | 'shape' | 'value'>> & Tensor,
  { again = false } = {},
): void {
  const wide = float32 === true || shape.length < 2;
  const length = shape.reduce((product, size) => product * size, 1);
  const made = again ? Math.min(length, MADE_ONCE) : length;
  const values = wide ? new Float32Array(length) : new Uint16Array(length);
  const store = wide ? (number: number) => number : half;
  for (let i = 0; i < made; i++) values[i] = store(value(i));
  for (let i = made; i < length; i += made) values.set(values.subarray(0, Math.min(made, length - i)), i);
  const bytes = Buffer.from(name);
  writeSync(file, Buffer.from(Int32Array.of(shape.length, bytes.length, wide ? 0 : 1, ...shape).buffer));
  writeSync(file, bytes);
  writeSync(file, new Uint8Array(values.buffer));
}

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

/**
 * Returns the bits of a number as a 16-bit float, cut off. Below the normal range it is zero, since denormals are slow.
 */
function half(number: number): number {
  single[0] = number;
  const all = bits[0] ?? 0;
  const exponent = ((all >>> 23) & 0xff) - 127 + 15;
  return exponent <= 0 ? 0 : ((all >>> 16) & 0x8000) | (exponent << 10) | ((all >>> 13) & 0x3ff);
}

/** Returns numbers from −1 up to 1, the same for the same seed (xorshift32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  };
}
