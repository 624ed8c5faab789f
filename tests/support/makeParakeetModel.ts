import { closeSync, openSync, writeSync } from 'node:fs';
import { randomNumbers, writeTensor, type Tensor } from './ggmlTensors';

export interface ParakeetShape {
  /** The encoder's layers, their width, and their heads of attention. */
  layers: number;
  width: number;
  heads: number;
  mels: number;
  /** Channels of the convolutions in front of the encoder. */
  channels: number;
  /** Width of the prediction network, and of the joint network. */
  prediction: number;
  vocabulary: readonly string[];
}

export interface ParakeetOptions {
  /** The same seed gives the same weights. */
  seed?: number;
  /** Biases of the blank token, and of each duration. */
  silence?: number;
  durations?: readonly number[];
  /** Header fields with wrong values, by their places. */
  header?: Readonly<Record<number, number>>;
  /** True when only time counts. Random numbers are then made once and repeated. */
  again?: boolean;
}

const PIECES = {
  silent: ['<unk>', '<pad>', '<|endoftext|>', '<|en|>'],
  english: ['▁we', '▁were', '▁there', '▁home', '▁to', 'ing', 's', '▁after', '▁road', 'er', '.', ','],
  others: ['▁мы', '▁были', '▁дома', 'ка', '▁дорога', '▁και', '▁σπίτι', '▁wir', 'straße', '▁é'],
};

/** The vocabularies of two models, one for English alone and one for many languages. */
export const VOCABULARIES = {
  english: [...PIECES.silent, ...PIECES.english],
  european: [...PIECES.silent, ...PIECES.english, ...PIECES.others],
};

/** A shape that takes no time to make and to hear with. */
export const SMALL: ParakeetShape = {
  layers: 2,
  width: 32,
  heads: 4,
  mels: 16,
  channels: 8,
  prediction: 16,
  vocabulary: VOCABULARIES.european,
};

/** The shape of parakeet-tdt-0.6b-v3, from the header of whisper.cpp's loader and from its conversion script. */
export const LARGE: ParakeetShape = {
  layers: 24,
  width: 1024,
  heads: 8,
  mels: 128,
  channels: 256,
  prediction: 640,
  vocabulary: Array.from({ length: 8192 }, (_, i) => VOCABULARIES.european[i] ?? `▁${i}`),
};

const MAGIC = 0x67676d6c;
/** Frames of 10 ms that the encoder is made for. */
const CONTEXT = 5000;
const FFT = 512;
const WINDOW = 400;
const SUBSAMPLING = 8;
const KERNEL = 9;
const PREDICTION_LAYERS = 2;
const DURATIONS = [0, 1, 2, 3, 4];
/** Most tokens that begin at one place. */
const MOST_TOKENS = 10;
const HALF_FLOATS = 1;

/**
 * Writes a Parakeet model (a token-and-duration transducer behind a FastConformer) with random weights, in the format
 * of whisper.cpp's `convert-parakeet-to-ggml.py`. It hears nothing that is said. Still, what it writes depends on the
 * sound, and its way through the program is that of a real model.
 */
export function makeParakeetModel(
  path: string,
  shape: ParakeetShape = SMALL,
  { seed = 1, silence = 0, durations = [], header = {}, again = false }: ParakeetOptions = {},
): void {
  const { layers, width, heads, mels, channels, prediction, vocabulary } = shape;
  const random = randomNumbers(seed);
  const file = openSync(path, 'w', 0o600);
  try {
    // prettier-ignore
    const head = Int32Array.of(
      MAGIC, vocabulary.length, CONTEXT, width, heads, layers, mels, HALF_FLOATS, FFT, SUBSAMPLING, channels, KERNEL,
      prediction, PREDICTION_LAYERS, DURATIONS.length, MOST_TOKENS,
    );
    for (const [field, value] of Object.entries(header)) head[Number(field)] = value;
    writeSync(file, Buffer.from(head.buffer));
    writeFilters(file, mels);
    writeSync(file, Buffer.from(Uint32Array.from(DURATIONS).buffer));
    writeSync(file, Buffer.from(Int32Array.of(vocabulary.length).buffer));
    for (const piece of vocabulary) {
      const bytes = Buffer.from(piece);
      writeSync(file, Buffer.concat([Buffer.from(Int32Array.of(bytes.length).buffer), bytes]));
    }
    const tensors = [...encoder(shape), ...decoder(shape, silence, durations)];
    for (const tensor of tensors) {
      // This makes what comes out of a matrix vary as much as what goes in.
      const spread = Math.sqrt(3 / (tensor.shape[0] ?? 1));
      writeTensor(file, { value: () => random() * spread, ...tensor }, { again: again && !tensor.value });
    }
  } finally {
    closeSync(file);
  }
}

/** Writes bands of equal width, and a Hann window. */
function writeFilters(file: number, mels: number): void {
  const bins = FFT / 2 + 1;
  const filters = Float32Array.from({ length: mels * bins }, (_, i) =>
    Math.floor(((i % bins) * mels) / bins) === Math.floor(i / bins) ? mels / bins : 0,
  );
  const window = Float32Array.from(
    { length: WINDOW },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (WINDOW - 1)),
  );
  writeSync(file, Buffer.from(Int32Array.of(mels, bins).buffer));
  writeSync(file, Buffer.from(filters.buffer));
  writeSync(file, Buffer.from(Int32Array.of(WINDOW).buffer));
  writeSync(file, Buffer.from(window.buffer));
}

const zero = () => 0;
const one = () => 1;
const constant = (name: string, length: number, value: () => number): Tensor => ({
  name,
  shape: [length],
  value,
});
const norm = (name: string, length: number): Tensor[] => [
  constant(`${name}.weight`, length, one),
  constant(`${name}.bias`, length, zero),
];

function encoder({ layers, width, heads, mels, channels }: ParakeetShape): Tensor[] {
  const front = 'encoder.pre_encode';
  const convolution = (at: number, shape: number[]): Tensor[] => [
    { name: `${front}.conv.${at}.weight`, shape, float32: true },
    { name: `${front}.conv.${at}.bias`, shape: [1, 1, channels, 1], value: zero, float32: true },
  ];
  const [each, mixed] = [
    [3, 3, 1, channels],
    [1, 1, channels, channels],
  ];
  return [
    { name: `${front}.out.weight`, shape: [(mels / SUBSAMPLING) * channels, width] },
    constant(`${front}.out.bias`, width, zero),
    ...convolution(0, each),
    ...convolution(2, each),
    ...convolution(3, mixed),
    ...convolution(5, each),
    ...convolution(6, mixed),
    ...Array.from({ length: layers }, (_, i) => layer(`encoder.layers.${i}`, width, heads)).flat(),
  ];
}

function layer(name: string, width: number, heads: number): Tensor[] {
  const square = [width, width];
  const perceptron = (which: number): Tensor[] => [
    ...norm(`${name}.norm_feed_forward${which}`, width),
    { name: `${name}.feed_forward${which}.linear1.weight`, shape: [width, 4 * width] },
    { name: `${name}.feed_forward${which}.linear2.weight`, shape: [4 * width, width] },
  ];
  const places = { shape: [width / heads, heads], float32: true };
  return [
    ...perceptron(1),
    ...norm(`${name}.norm_conv`, width),
    { name: `${name}.conv.pointwise_conv1.weight`, shape: [width, 2 * width] },
    { name: `${name}.conv.depthwise_conv.weight`, shape: [KERNEL, width], float32: true },
    ...norm(`${name}.conv.batch_norm`, width),
    constant(`${name}.conv.batch_norm.running_mean`, width, zero),
    constant(`${name}.conv.batch_norm.running_var`, width, one),
    // PyTorch keeps a single number without a dimension.
    { name: `${name}.conv.batch_norm.num_batches_tracked`, shape: [], value: zero },
    { name: `${name}.conv.pointwise_conv2.weight`, shape: square },
    ...norm(`${name}.norm_self_att`, width),
    { name: `${name}.self_attn.pos_bias_u`, ...places },
    { name: `${name}.self_attn.pos_bias_v`, ...places },
    ...['q', 'k', 'v', 'out', 'pos'].map((part) => ({
      name: `${name}.self_attn.linear_${part}.weight`,
      shape: square,
    })),
    ...perceptron(2),
    ...norm(`${name}.norm_out`, width),
  ];
}

function decoder(
  { width, prediction, vocabulary }: ParakeetShape,
  silence: number,
  durations: readonly number[],
): Tensor[] {
  const gates = 4 * prediction;
  const lstm = 'decoder.prediction.dec_rnn.lstm';
  const blank = vocabulary.length;
  return [
    { name: 'decoder.prediction.embed.weight', shape: [prediction, blank + 1] },
    ...Array.from({ length: PREDICTION_LAYERS }, (_, i): Tensor[] => [
      { name: `${lstm}.weight_ih_l${i}`, shape: [prediction, gates] },
      { name: `${lstm}.weight_hh_l${i}`, shape: [prediction, gates] },
      constant(`${lstm}.bias_h_l${i}`, gates, zero),
    ]).flat(),
    { name: 'joint.pred.weight', shape: [prediction, prediction] },
    constant('joint.pred.bias', prediction, zero),
    { name: 'joint.enc.weight', shape: [width, prediction] },
    constant('joint.enc.bias', prediction, zero),
    { name: 'joint.joint_net.2.weight', shape: [prediction, blank + 1 + DURATIONS.length] },
    {
      name: 'joint.joint_net.2.bias',
      shape: [blank + 1 + DURATIONS.length],
      value: (at) => (at === blank ? silence : at > blank ? (durations[at - blank - 1] ?? 0) : 0),
    },
  ];
}
