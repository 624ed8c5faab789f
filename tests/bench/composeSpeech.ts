import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../shared/model/entity';
import { randomNumbers } from '../../main/speakers/randomNumbers';
import { samplesOfFile } from '../support/speech';

/** The folder with recordings of people, which the project does not come with. */
export const REAL = join(__dirname, '..', '..', '..', 'shared', 'real');
const READINGS = join(REAL, 'speech-librispeech');
const MUSIC = join(REAL, 'music');
const RATE = 16_000;

/** Five people to choose thresholds with, and five others to measure with: two or three women and men in each. */
export const READERS = {
  chosen: ['1688', '1998', '2033', '2414', '3080'],
  unseen: ['2609', '3005', '3331', '367', '533'],
};
/** Seconds between two readings, and in a pause. */
const GAP = 0.4;
const PAUSE = { shortest: 1.5, longest: 9 };
/** dB below the loudest twentieth of a reading above which a frame is speech. */
const SPEECH_DB = 30;
const FRAME = 320;

export interface Composed {
  samples: Float32Array;
  /** Spans in which something is said, by frames, and spans in which nobody was recorded; both in seconds. */
  speech: Span[];
  pauses: Span[];
}

/**
 * Composes readings with pauses between them that take a third of the sound, without noise. It is the same in every
 * run.
 * @param seconds the approximate length, for which sentences are repeated. Without it, each occurs once.
 */
export async function composeSpeech(readers: readonly string[], seconds = 0): Promise<Composed> {
  const files = readdirSync(READINGS).filter(
    (name) => name.endsWith('.flac') && readers.includes(name.split('-')[0] ?? ''),
  );
  const random = randomNumbers(3);
  // The readers take turns, as people do in a talk.
  const order = files
    .map((name) => ({ name, at: name.slice(-6) }))
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ name }) => name);
  const spoken: Float32Array[] = [];
  for (const name of order) spoken.push(evened(await samplesOfFile(join(READINGS, name))));
  const parts: Float32Array[] = [];
  const [speech, pauses]: [Span[], Span[]] = [[], []];
  let [at, said, silent] = [0, 0, 0];
  const silence = (length: number) => {
    parts.push(new Float32Array(Math.round(length * RATE)));
    at += Math.round(length * RATE) / RATE;
  };
  for (let i = 0; i < spoken.length || at < seconds; i++) {
    const samples = spoken[i % spoken.length] ?? new Float32Array(0);
    for (const { from, to } of speechFrames(samples)) speech.push({ from: at + from, to: at + to });
    parts.push(samples);
    at += samples.length / RATE;
    said += samples.length / RATE;
    const length = PAUSE.shortest + random() * (PAUSE.longest - PAUSE.shortest);
    if (silent + length / 2 < said / 2) {
      pauses.push({ from: at, to: at + length });
      silent += length;
      silence(length);
    } else silence(GAP);
  }
  const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    samples.set(part, filled);
    filled += part.length;
  }
  return { samples, speech, pauses };
}

/** Makes everybody equally loud: -23 dB of full scale. */
function evened(samples: Float32Array): Float32Array {
  const gain = 10 ** (-23 / 20) / Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);
  return samples.map((x) => x * gain);
}

function speechFrames(samples: Float32Array): Span[] {
  const power: number[] = [];
  for (let at = 0; at + FRAME <= samples.length; at += FRAME) {
    power.push(samples.subarray(at, at + FRAME).reduce((sum, x) => sum + x * x, 0) / FRAME);
  }
  const loud = power.toSorted((a, b) => a - b)[Math.floor(0.95 * power.length)] ?? 0;
  return power.flatMap((one, i) =>
    one > loud * 10 ** (-SPEECH_DB / 10) ? [{ from: (i * FRAME) / RATE, to: ((i + 1) * FRAME) / RATE }] : [],
  );
}

export type Noise = (length: number) => Promise<Float32Array> | Float32Array;

/** Artificial noises with a power of about 1. */
export const NOISES: Record<string, Noise> = {
  white: (length) => white(length),
  pink: (length) => pink(white(length)),
  'room with hum': (length) => {
    const room = pink(white(length));
    return room.map((x, i) => {
      const time = i / RATE;
      const hum = [50, 100, 150, 250].reduce((sum, hertz) => sum + Math.sin(2 * Math.PI * hertz * time), 0);
      // This sounds like a fan that turns, and now and then a car.
      return x * (1 + 0.4 * Math.sin(2 * Math.PI * 0.7 * time)) + 0.3 * hum;
    });
  },
};

/** Returns two pieces of music without voices; empty where they are missing. */
export const music = async (length: number): Promise<Float32Array> => {
  const pieces: Float32Array[] = [];
  for (const name of readdirSync(MUSIC).filter((one) => one.endsWith('.ogg'))) {
    pieces.push(await samplesOfFile(join(MUSIC, name), 60));
  }
  const sound = Float32Array.from(pieces.flatMap((piece) => [...piece]));
  return Float32Array.from({ length }, (_, i) => sound[i % sound.length] ?? 0);
};

/** Adds noise that is softer than the speech by so many dB. Without noise, it adds the hiss of a good microphone. */
export async function inNoise(
  { samples, speech }: Composed,
  noise: Noise,
  decibels: number,
): Promise<Float32Array> {
  const added = await noise(samples.length);
  const power = (sound: Float32Array, spans: readonly Span[]) => {
    let [sum, count] = [0, 0];
    for (const { from, to } of spans) {
      for (let i = Math.round(from * RATE); i < Math.min(sound.length, Math.round(to * RATE)); i++) {
        sum += (sound[i] ?? 0) ** 2;
        count++;
      }
    }
    return sum / count;
  };
  const whole = [{ from: 0, to: samples.length / RATE }];
  const gain = Math.sqrt(power(samples, speech) / power(added, whole) / 10 ** (decibels / 10));
  return samples.map((x, i) => x + gain * (added[i] ?? 0));
}

function white(length: number): Float32Array {
  const random = randomNumbers(5);
  return Float32Array.from({ length }, () => random() - 0.5);
}

/** P. Kellet's filter ("economy"), public domain. */
function pink(samples: Float32Array): Float32Array {
  let [a, b, c] = [0, 0, 0];
  return samples.map((x) => {
    a = 0.99765 * a + x * 0.099046;
    b = 0.963 * b + x * 0.2965164;
    c = 0.57 * c + x * 1.0526913;
    return a + b + c + x * 0.1848;
  });
}

export const haveReadings = (): boolean => existsSync(READINGS) && existsSync(MUSIC);
