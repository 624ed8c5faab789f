import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { appRoot } from '../../main/system/appRoot';
import { randomNumbers, writeTensor, type Tensor } from '../support/ggmlTensors';

/** The shape of Whisper's base.en. */
const STATE = 512;
const HIDDEN = 4 * STATE;
const LAYERS = 6;
const HEADS = 8;
const AUDIO_CONTEXT = 1500;
const TEXT_CONTEXT = 448;
const MELS = 80;
const VOCABULARY = 51864;

const END_OF_TEXT = 50256;
const START = 50257;
const FIRST_TIMESTAMP = 50363;

/** Likelihoods of the five tokens for each place, one for each sequence of a beam search, the likeliest first. */
const LIKELIHOODS = [1, 0.92, 0.915, 0.91, 0.905];
/** The logit of a place's likeliest token. All tokens outside of the chain stay below 5. */
const LOGIT = 30;

/** The seconds of a segment, and its words of one token each: as fast as people talk. */
const SEGMENT_SECONDS = 3;
const SEGMENT_WORDS = 8;
const SEGMENTS = 30 / SEGMENT_SECONDS;

/**
 * Writes a model in whisper.cpp's format with the shape of base.en in f16 and random weights. It says the same words at
 * the same pace, whatever it hears. A decoder stops where the sound ends, so the length of the sound decides how many
 * tokens are decoded.
 *
 * The decoder's output projections are all zero (but are computed all the same), so that what goes in comes out: the
 * embedding of the last token. Only the second matrix of the last layer is not zero. That layer is a table, which looks
 * up the token's place in a chain and adds the direction of the next place. The chain is
 *
 *     start → <|0.00|> → 8 words → <|3.00|> → <|3.02|> → 8 words → … → <|30.00|> → end of text
 *
 * It obeys whisper.cpp's rules for timestamps, and is so sure of itself that nothing is ever decoded again at a higher
 * temperature. Each place has five tokens, so that a beam search has five sequences to follow.
 *
 * @returns the words of each segment.
 */
export function makeSpeechModel(path: string): string[][] {
  const demo = readFileSync(join(appRoot(), 'resources', 'demo', 'ggml-demo.en.bin'));
  const { texts, end } = readVocabulary(demo);
  const words = texts.flatMap((text, token) => (/^ [a-z]{3,}$/u.test(text) ? [token] : []));
  const alike = LIKELIHOODS.length;
  const takeWords = () => Array.from({ length: SEGMENT_WORDS }, () => words.splice(0, alike));
  const segments = Array.from({ length: SEGMENTS }, takeWords);
  /** Timestamps are 20 ms apart. */
  const timestamp = (segment: number) => FIRST_TIMESTAMP + segment * SEGMENT_SECONDS * 50;
  const places = [
    [START],
    ...segments.flatMap((segment, i) => [
      LIKELIHOODS.map((_, way) => timestamp(i) + (i === 0 ? 0 : 1) + way),
      ...segment,
      LIKELIHOODS.map((_, way) => timestamp(i + 1) - way),
    ]),
    [END_OF_TEXT],
  ];

  const file = openSync(path, 'w', 0o600);
  try {
    // ftype 1 is f16. Every English Whisper model has the same mel filters and vocabulary, so they come from the demo
    // model.
    // prettier-ignore
    const head = Int32Array.of(
      demo.readInt32LE(0), VOCABULARY, AUDIO_CONTEXT, STATE, HEADS, LAYERS, TEXT_CONTEXT, STATE, HEADS, LAYERS, MELS, 1,
    );
    writeSync(file, Buffer.from(head.buffer));
    writeSync(file, demo, HEADER, end - HEADER);
    const random = randomNumbers(1);
    for (const tensor of [...encoder(), ...decoder(places, random)])
      writeTensor(file, { value: () => random() * SPREAD, ...tensor });
  } finally {
    closeSync(file);
  }
  return segments.map((segment) => segment.map(([likeliest = 0]) => (texts[likeliest] ?? '').trim()));
}

/** Bytes before the mel filters: the magic number and eleven parameters. */
const HEADER = 12 * 4;

function readVocabulary(model: Buffer): { texts: string[]; end: number } {
  let at = HEADER + 8 + model.readInt32LE(HEADER) * model.readInt32LE(HEADER + 4) * 4;
  const texts: string[] = [];
  const count = model.readInt32LE(at);
  at += 4;
  while (texts.length < count) {
    const length = model.readInt32LE(at);
    texts.push(model.toString('utf8', at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { texts, end: at };
}

const zero = () => 0;
const one = () => 1;
const layers = (make: (layer: number) => Tensor[]) =>
  Array.from({ length: LAYERS }, (_, layer) => make(layer)).flat();
const norm = (name: string): Tensor[] => [
  { name: `${name}.weight`, shape: [STATE], value: one },
  { name: `${name}.bias`, shape: [STATE], value: zero },
];

/** @param silent true when the projection back to the residual stream is zero. */
function attention(block: string, name: string, silent: boolean): Tensor[] {
  const square = [STATE, STATE];
  const prefix = `${block}.${name}`;
  return [
    ...norm(`${prefix}_ln`),
    { name: `${prefix}.query.weight`, shape: square },
    { name: `${prefix}.query.bias`, shape: [STATE] },
    { name: `${prefix}.key.weight`, shape: square },
    { name: `${prefix}.value.weight`, shape: square },
    { name: `${prefix}.value.bias`, shape: [STATE] },
    { name: `${prefix}.out.weight`, shape: square, ...(silent && { value: zero }) },
    { name: `${prefix}.out.bias`, shape: [STATE], ...(silent && { value: zero }) },
  ];
}

function encoder(): Tensor[] {
  return [
    { name: 'encoder.positional_embedding', shape: [STATE, AUDIO_CONTEXT], float32: true },
    { name: 'encoder.conv1.weight', shape: [3, MELS, STATE] },
    { name: 'encoder.conv1.bias', shape: [1, STATE], float32: true },
    { name: 'encoder.conv2.weight', shape: [3, STATE, STATE] },
    { name: 'encoder.conv2.bias', shape: [1, STATE], float32: true },
    ...layers((layer) => {
      const block = `encoder.blocks.${layer}`;
      return [
        ...attention(block, 'attn', false),
        ...norm(`${block}.mlp_ln`),
        { name: `${block}.mlp.0.weight`, shape: [STATE, HIDDEN] },
        { name: `${block}.mlp.0.bias`, shape: [HIDDEN] },
        { name: `${block}.mlp.2.weight`, shape: [HIDDEN, STATE] },
        { name: `${block}.mlp.2.bias`, shape: [STATE] },
      ];
    }),
    ...norm('encoder.ln_post'),
  ];
}

function decoder(places: readonly number[][], random: () => number): Tensor[] {
  const directions = places.map(() => direction(random));
  const chain = (token: number): { place: number; way: number } | undefined => located.get(token);
  const located = new Map(
    places.flatMap((tokens, place) => tokens.map((token, way) => [token, { place, way }] as const)),
  );
  /** A hidden unit gets `HEARD` from the direction of its own place, and less than zero from all others. */
  const GAIN = 20;
  const THRESHOLD = 0.6;
  const HEARD = GAIN * (1 - THRESHOLD);
  /** In the sum of both, the next place must drown the present one. */
  const ADDED = 10;

  return [
    { name: 'decoder.positional_embedding', shape: [STATE, TEXT_CONTEXT], value: zero, float32: true },
    {
      name: 'decoder.token_embedding.weight',
      shape: [STATE, VOCABULARY],
      value: (at) => {
        const found = chain(Math.floor(at / STATE));
        if (!found) return random() / 10;
        return (LIKELIHOODS[found.way] ?? 0) * (directions[found.place]?.[at % STATE] ?? 0);
      },
    },
    ...layers((layer) => {
      const block = `decoder.blocks.${layer}`;
      const isTable = layer === LAYERS - 1;
      return [
        ...attention(block, 'attn', true),
        ...attention(block, 'cross_attn', true),
        ...norm(`${block}.mlp_ln`),
        {
          name: `${block}.mlp.0.weight`,
          shape: [STATE, HIDDEN],
          value: (at) => {
            const heard = isTable ? directions[Math.floor(at / STATE)] : undefined;
            return heard ? ((heard[at % STATE] ?? 0) * GAIN) / STATE : random() * SPREAD;
          },
        },
        {
          name: `${block}.mlp.0.bias`,
          shape: [HIDDEN],
          value: (at) => (isTable && at < directions.length ? -GAIN * THRESHOLD : 0),
        },
        {
          name: `${block}.mlp.2.weight`,
          shape: [HIDDEN, STATE],
          value: (at) => {
            const next = isTable ? directions[(at % HIDDEN) + 1] : undefined;
            return next ? ((next[Math.floor(at / HIDDEN)] ?? 0) * ADDED) / HEARD : 0;
          },
        },
        { name: `${block}.mlp.2.bias`, shape: [STATE], value: zero },
      ];
    }),
    { name: 'decoder.ln.weight', shape: [STATE], value: () => LOGIT / STATE },
    { name: 'decoder.ln.bias', shape: [STATE], value: zero },
  ];
}

/** Makes a vector of as many +1 as −1, which a layer norm leaves as it is. */
function direction(random: () => number): Float32Array {
  const values = Float32Array.from({ length: STATE }, (_, i) => (i % 2 === 0 ? 1 : -1));
  for (let i = STATE - 1; i > 0; i--) {
    const j = Math.floor(((random() + 1) / 2) * (i + 1));
    const value = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = value;
  }
  return values;
}

/** The spread of numbers, evenly around zero, that keeps the variance of what passes a matrix of `STATE` inputs. */
const SPREAD = Math.sqrt(3 / STATE);
