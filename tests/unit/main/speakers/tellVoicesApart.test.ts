import { describe, expect, it } from 'vitest';
import { tellVoicesApart, type VoiceTurn } from '../../../../main/speakers/tellVoicesApart';
import { VoiceFrames } from '../../../../main/speakers/VoiceFrames';
import { converse, type Voice } from '../../../support/makeVoices';

const LOW: Voice = { pitch: 110, throat: 1.05 };
const HIGH: Voice = { pitch: 200, throat: 0.86 };
const OTHER: Voice = { pitch: 150, throat: 0.95 };

const framesOf = (sound: Float32Array): VoiceFrames => {
  const frames = new VoiceFrames(sound.length, () => true);
  // The pieces are no whole frames.
  for (let at = 0; at < sound.length; at += 7001) frames.push(sound.slice(at, at + 7001));
  return frames;
};

/** Returns the share of the time with the right voice. Unless `fixed`, a voice counts as the number it mostly is. */
function shareRight(
  found: readonly VoiceTurn[],
  truth: readonly { from: number; to: number; voice: number }[],
  fixed = false,
): number {
  const common = new Map<string, number>();
  for (const one of found)
    for (const turn of truth) {
      const seconds = Math.min(one.to, turn.to) - Math.max(one.from, turn.from);
      const key = `${one.voice} ${turn.voice}`;
      if (seconds > 0) common.set(key, (common.get(key) ?? 0) + seconds);
    }
  const all = [...common.values()].reduce((sum, seconds) => sum + seconds, 0);
  const right = [0, 1, 2].reduce((sum, voice) => {
    const each = [0, 1, 2].map((who) => common.get(`${voice} ${who}`) ?? 0);
    return sum + (fixed ? (each[voice] ?? 0) : Math.max(...each));
  }, 0);
  return right / all;
}

const dialogue = (voices: readonly Voice[], rounds: number) =>
  converse(
    voices,
    Array.from({ length: rounds * voices.length }, (_, i) => ({
      voice: i % voices.length,
      seconds: 2 + ((i * 7) % 5) / 2,
    })),
  );

describe('voices', () => {
  it('of two people are told apart, and the same ones each time', () => {
    const { sound, turns } = dialogue([LOW, HIGH], 5);
    const frames = framesOf(sound);
    const found = tellVoicesApart(frames, turns, 2);
    expect(shareRight(found.turns, turns)).toBeGreaterThan(0.97);
    expect(found.folded).toEqual([]);
    expect(tellVoicesApart(frames, turns, 2)).toEqual(found);
  });

  it('have the numbers of those whose lines are known, which are never given to another', () => {
    const { sound, turns } = dialogue([LOW, HIGH, OTHER], 4);
    const known = [0, 1, 2].map((voice) => ({ ...(turns[voice] ?? { from: 0, to: 0 }), voice: 2 - voice }));
    const truth = turns.map((turn) => ({ ...turn, voice: 2 - turn.voice }));
    const found = tellVoicesApart(framesOf(sound), turns, 3, known);
    expect(shareRight(found.turns, truth, true)).toBeGreaterThan(0.9);
    expect(shareRight(found.turns, known, true)).toBeGreaterThan(0.99);
  });

  it('that are heard for a moment only are counted with those around them, and it is told', () => {
    const { sound, turns } = converse(
      [LOW, HIGH],
      Array.from({ length: 9 }, (_, i) => ({ voice: i === 4 ? 1 : 0, seconds: i === 4 ? 1.2 : 3 })),
    );
    const known = turns.filter(({ voice }) => voice === 0);
    const { turns: found, folded } = tellVoicesApart(framesOf(sound), turns, 2, known);
    expect(folded).toEqual([1]);
    expect(new Set(found.map(({ voice }) => voice)).size).toBe(1);
  });

  it('are none where nobody speaks', () => {
    expect(tellVoicesApart(framesOf(new Float32Array(32_000)), [], 2)).toEqual({ turns: [], folded: [] });
  });
});
