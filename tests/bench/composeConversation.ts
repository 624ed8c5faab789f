import { fft, inverseFft } from '../../main/media/fft';
import { randomNumbers } from '../../main/speakers/randomNumbers';

/** Hz */
export const RATE = 16_000;

/** A turn of a speaker, in seconds, with the reader's place in the list that was given. */
export interface TrueTurn {
  from: number;
  to: number;
  reader: number;
}

export interface Conversation {
  /** Signals at 16 kHz: one for all, or one for each reader where each has a microphone. */
  channels: Float32Array[];
  turns: TrueTurn[];
}

export interface Recipe {
  seed: number;
  /** True to add reverberation of 0.5 s, from another place of the room for each, and noise 15 dB below the voices. */
  room?: boolean;
  /** dB by which others are softer than the reader in the reader's own channel. Without it, all are in one channel. */
  crosstalk?: number;
}

/**
 * Composes a conversation of people who read. Their utterances are made equally loud and cut at their softest moments
 * into turns of one to nine seconds. The readers take turns with short pauses, and each utterance is heard once.
 * @param readers the utterances of each, mono at 16 kHz.
 */
export function composeConversation(
  readers: readonly (readonly Float32Array[])[],
  { seed, room = false, crosstalk }: Recipe,
): Conversation {
  const random = randomNumbers(seed);
  const pieces = readers.map((utterances) => utterances.flatMap((one) => cut(levelled(one), random)));
  const rooms = readers.map((_, i) => (room ? reverberation(seed * 10 + i) : null));
  const turns: TrueTurn[] = [];
  const placed: { at: number; sound: Float32Array; reader: number }[] = [];
  let at = Math.round(0.5 * RATE);
  let last = -1;
  while (pieces.some((own) => own.length > 0)) {
    const others = pieces.flatMap((own, i) => (own.length > 0 && i !== last ? [i] : []));
    // Sometimes, and at the end, the same reader goes on after a pause.
    const reader =
      others.length === 0 || (last >= 0 && (pieces[last]?.length ?? 0) > 0 && random() < 0.15)
        ? last
        : (others[Math.floor(random() * others.length)] ?? 0);
    const sound = pieces[reader]?.shift() ?? new Float32Array(0);
    turns.push({ from: at / RATE, to: (at + sound.length) / RATE, reader });
    placed.push({ at, sound: convolved(sound, rooms[reader] ?? null), reader });
    at += sound.length + Math.round((0.15 + 0.6 * random()) * RATE);
    last = reader;
  }
  const own = readers.map(() => new Float32Array(at + RATE));
  for (const { at: from, sound, reader } of placed)
    for (const [i, sample] of sound.entries())
      if (own[reader] && from + i < own[reader].length)
        own[reader][from + i] = (own[reader][from + i] ?? 0) + sample;
  const softer = 10 ** ((crosstalk ?? 0) / 20);
  const channels =
    crosstalk === undefined
      ? [mixed(own, () => 1)]
      : own.map((_, c) => mixed(own, (r) => (r === c ? 1 : softer)));
  const noise = LEVEL * 10 ** ((room ? -15 : -50) / 20);
  for (const channel of channels) addNoise(channel, noise, random);
  return { channels, turns };
}

/** Root mean square of every utterance after levelling. */
const LEVEL = 0.06;

function levelled(samples: Float32Array): Float32Array {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return samples.map((sample) => (sample * LEVEL) / Math.sqrt(power));
}

function cut(samples: Float32Array, random: () => number): Float32Array[] {
  const pieces: Float32Array[] = [];
  let from = 0;
  while (from < samples.length) {
    const wanted = from + Math.round((1 + 8 * random() ** 1.5) * RATE);
    const to = samples.length - wanted < RATE ? samples.length : softest(samples, wanted);
    pieces.push(samples.slice(from, to));
    from = to;
  }
  return pieces;
}

/** Finds the softest 30 ms within half a second of a place. */
function softest(samples: Float32Array, wanted: number): number {
  const width = Math.round(0.03 * RATE);
  let best = { at: wanted, power: Infinity };
  for (
    let at = Math.max(width, wanted - RATE / 2);
    at < Math.min(samples.length - width, wanted + RATE / 2);
    at += width / 3
  ) {
    const from = Math.round(at);
    let power = 0;
    for (let i = from; i < from + width; i++) power += (samples[i] ?? 0) ** 2;
    if (power < best.power) best = { at: from + Math.round(width / 2), power };
  }
  return best.at;
}

/** Makes a room's response: a direct sound, and noise behind it of the same power that loses 60 dB in half a second. */
function reverberation(seed: number): Float32Array {
  const random = randomNumbers(seed);
  const response = new Float32Array(Math.round(0.5 * RATE));
  let power = 0;
  for (let i = Math.round(0.004 * RATE); i < response.length; i++) {
    response[i] = (random() + random() + random() - 1.5) * 10 ** ((-3 * i) / response.length);
    power += (response[i] ?? 0) ** 2;
  }
  for (let i = 0; i < response.length; i++) response[i] = (response[i] ?? 0) / Math.sqrt(power);
  response[0] = 1;
  return response;
}

function convolved(sound: Float32Array, response: Float32Array | null): Float32Array {
  if (!response) return sound;
  const size = 2 ** Math.ceil(Math.log2(sound.length + response.length));
  const [a, b] = [transformed(sound, size), transformed(response, size)];
  for (let i = 0; i < size; i++) {
    const [re, im] = [a.re[i] ?? 0, a.im[i] ?? 0];
    a.re[i] = re * (b.re[i] ?? 0) - im * (b.im[i] ?? 0);
    a.im[i] = re * (b.im[i] ?? 0) + im * (b.re[i] ?? 0);
  }
  inverseFft(a.re, a.im);
  return levelled(Float32Array.from(a.re.subarray(0, sound.length + response.length)));
}

function transformed(samples: Float32Array, size: number) {
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  re.set(samples);
  fft(re, im);
  return { re, im };
}

function mixed(own: readonly Float32Array[], share: (reader: number) => number): Float32Array {
  const sum = new Float32Array(own[0]?.length ?? 0);
  for (const [reader, samples] of own.entries()) {
    const factor = share(reader);
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + factor * (samples[i] ?? 0);
  }
  return sum;
}

/** Adds white noise through a first-order low-pass, as rooms have it. */
function addNoise(samples: Float32Array, level: number, random: () => number): void {
  let before = 0;
  for (let i = 0; i < samples.length; i++) {
    before = 0.7 * before + (random() - 0.5);
    samples[i] = (samples[i] ?? 0) + level * before * 2.45;
  }
}
