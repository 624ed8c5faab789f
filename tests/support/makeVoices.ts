import { randomNumbers } from '../../main/speakers/randomNumbers';

/** Hz */
export const RATE = 16_000;

/** A voice: its pitch, and the length of its throat relative to one of 17 cm. */
export interface Voice {
  pitch: number;
  throat: number;
}

/** Formants (Hz) of some vowels, for a throat of 17 cm. */
const VOWELS = [
  [730, 1090, 2440],
  [270, 2290, 3010],
  [300, 870, 2240],
  [530, 1840, 2480],
  [570, 840, 2410],
];

/**
 * Makes a sound like speech: vowels of a fifth of a second with a breath of noise between them, from pulses through
 * resonances. It is the same for the same seed.
 */
export function speak({ pitch, throat }: Voice, seconds: number, seed: number): Float32Array {
  const random = randomNumbers(seed);
  const sound = new Float32Array(Math.round(seconds * RATE));
  let phase = 0;
  for (let from = 0; from < sound.length;) {
    const length = Math.round((0.12 + 0.16 * random()) * RATE);
    const vowel = VOWELS[Math.floor(random() * VOWELS.length)] ?? [];
    const hz = pitch * (0.9 + 0.2 * random());
    const filters = vowel.map((formant) => resonance((formant * (0.96 + 0.08 * random())) / throat));
    const isBreath = random() < 0.15;
    for (let i = from; i < Math.min(sound.length, from + length); i++) {
      phase += hz / RATE;
      const pulse = phase >= 1 ? 1 : 0;
      phase -= pulse;
      const source = isBreath ? 0.1 * (random() - 0.5) : pulse + 0.01 * (random() - 0.5);
      sound[i] = 0.1 * filters.reduce((sum, filter) => sum + filter(source), 0);
    }
    from += length;
  }
  return sound;
}

function resonance(hz: number): (x: number) => number {
  const radius = Math.exp((-Math.PI * 90) / RATE);
  const a = 2 * radius * Math.cos((2 * Math.PI * hz) / RATE);
  let [one, two] = [0, 0];
  return (x) => {
    const y = x + a * one - radius * radius * two;
    [two, one] = [one, y];
    return y;
  };
}

/** Joins turns of voices one after another, with short pauses. */
export function converse(voices: readonly Voice[], turns: readonly { voice: number; seconds: number }[]) {
  const parts: { from: number; to: number; voice: number }[] = [];
  let at = 0;
  const total = turns.reduce((sum, { seconds }) => sum + seconds + 0.3, 0);
  const sound = new Float32Array(Math.ceil(total * RATE));
  for (const [i, { voice, seconds }] of turns.entries()) {
    const own = voices[voice];
    if (!own) throw new Error('there is no such voice');
    sound.set(speak(own, seconds, 100 * i + voice + 1), Math.round(at * RATE));
    parts.push({ from: at, to: at + seconds, voice });
    at += seconds + 0.3;
  }
  return { sound, turns: parts };
}
