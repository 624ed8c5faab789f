import { describe, expect, it } from 'vitest';
import { chooseMixes } from '../../../../../main/media/mixes/chooseMixes';
import { MixLevels } from '../../../../../main/media/mixes/MixLevels';
import { SAMPLE_RATE } from '../../../../../main/media/mixes/SoundLevels';

const SECONDS = 20;
type Sound = (at: number) => number;

/** Makes a voice of three harmonics with four syllables a second, which pauses now and then. */
function voice(pitch: number, speaks: (seconds: number) => boolean = () => true): Sound {
  return (at) => {
    const t = at / SAMPLE_RATE;
    if (!speaks(t) || t % 4 > 3.2) return 0;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * t)) ** 2;
    const [one, two, three] = [1, 2, 5].map((n) => Math.sin(2 * Math.PI * pitch * n * t));
    return 0.1 * syllable * ((one ?? 0) + (two ?? 0) / 2 + (three ?? 0) / 3);
  };
}

function hiss(seed: number, level: number): Sound {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return level * (state / 1073741824 - 1);
  };
}

const plus =
  (...sounds: Sound[]): Sound =>
  (at) =>
    sounds.reduce((sum, sound) => sum + sound(at), 0);
const times =
  (gain: number, sound: Sound): Sound =>
  (at) =>
    gain * sound(at);
const silence: Sound = () => 0;

/** Returns the chosen weights, and the times from which they hold. */
const chosen = (...channels: Sound[]) => chosenOf(SECONDS, ...channels);

function chosenOf(seconds: number, ...channels: Sound[]): [number, number[]][] {
  const levels = new MixLevels(channels.length);
  const frames = new Float32Array(SAMPLE_RATE * seconds * channels.length);
  for (let at = 0, i = 0; i < frames.length; at++) for (const sound of channels) frames[i++] = sound(at);
  levels.push(frames);
  return chooseMixes(levels.end()).map(({ from, weights }) => [from, weights]);
}

const [one, other] = [voice(180), voice(120)];
const room = 0.0005;

describe('the mix that is transcribed', () => {
  it('is the sum of equal channels, of two microphones for two people, and of a voice beside silence', () => {
    const sum = [[0, [0.5, 0.5]]];
    expect(chosen(plus(one, hiss(1, room)), plus(one, hiss(2, room)))).toEqual(sum);
    const interviewer = plus(
      voice(180, (t) => t % 8 < 4),
      hiss(1, room),
    );
    const guest = plus(
      voice(120, (t) => t % 8 >= 4),
      hiss(2, room),
    );
    expect(chosen(interviewer, guest)).toEqual(sum);
    expect(chosen(one, silence)).toEqual(sum);
    expect(chosen(silence, silence)).toEqual(sum);
  });

  it('is one channel where the other is inverted, at the same loudness or nearly', () => {
    expect(chosen(one, times(-1, one))).toEqual([[0, [1, 0]]]);
    expect(chosen(plus(one, hiss(1, room)), plus(times(-0.98, one), hiss(2, room)))).toEqual([[0, [1, 0]]]);
  });

  it('is one channel of many where inverted ones cancel', () => {
    expect(chosen(one, times(-1, one), other, times(-1, other))[0]?.[1]).not.toEqual([
      0.25, 0.25, 0.25, 0.25,
    ]);
  });

  it('is the channel with the voice where the other only hisses', () => {
    expect(chosen(plus(one, hiss(1, room)), hiss(2, 0.3))).toEqual([[0, [1, 0]]]);
    expect(chosen(hiss(2, 0.3), plus(one, hiss(1, room)))).toEqual([[0, [0, 1]]]);
  });

  it('is the difference where what both channels have in common covers what is inverted in one', () => {
    const loud = hiss(3, 0.3);
    const values = Float32Array.from({ length: SAMPLE_RATE * SECONDS }, (_, at) => loud(at));
    const common: Sound = (at) => values[at] ?? 0;
    expect(chosen(plus(one, common), plus(times(-1, one), common))).toEqual([[0, [0.5, -0.5]]]);
  });

  it('changes where one microphone fails and another is plugged in', () => {
    const noise = [hiss(3, 0.3), hiss(4, 0.3)];
    const until =
      (first: Sound, then: Sound): Sound =>
      (at) =>
        (at < SAMPLE_RATE * 30 ? first : then)(at);
    const [left, right] = [until(one, noise[0] ?? silence), until(noise[1] ?? silence, one)];
    expect(chosenOf(60, left, right)).toEqual([
      [0, [1, 0]],
      [30, [0, 1]],
    ]);
  });

  it('stays where a cable is turned on the way and one channel is good throughout', () => {
    const turned: Sound = (at) => (at < SAMPLE_RATE * 30 ? -1 : 1) * one(at);
    expect(chosenOf(60, one, turned)).toEqual([[0, [1, 0]]]);
  });
});
