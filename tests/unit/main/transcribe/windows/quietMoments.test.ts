import { describe, expect, it } from 'vitest';
import { SAMPLE_RATE, SoundLevels } from '../../../../../main/media/mixes/SoundLevels';
import { quietMoments } from '../../../../../main/transcribe/windows/quietMoments';

/** Makes tones of one pitch, whose loudness changes at these seconds. */
function levelsOf(parts: readonly { to: number; loudness: number }[]): SoundLevels {
  const levels = new SoundLevels();
  const end = parts.at(-1)?.to ?? 0;
  const samples = Float32Array.from({ length: end * SAMPLE_RATE }, (_, i) => {
    const loudness = parts.find(({ to }) => i < to * SAMPLE_RATE)?.loudness ?? 0;
    return loudness * Math.sin((2 * Math.PI * 500 * i) / SAMPLE_RATE);
  });
  levels.push(samples);
  levels.end();
  return levels;
}

describe('the quiet moment between words', () => {
  // A word has closed lips from 1.0 to 1.2, and noise comes from 1.5 on.
  const levels = levelsOf([
    { to: 1, loudness: 0.5 },
    { to: 1.2, loudness: 0.001 },
    { to: 1.5, loudness: 0.5 },
    { to: 2, loudness: 0.1 },
  ]);

  it('is the softest one where nobody listened for speech', () => {
    const at = quietMoments(levels, null).quietest(0.5, 1.9);
    expect(at).toBeGreaterThanOrEqual(1);
    expect(at).toBeLessThan(1.2);
  });

  it('is where nobody speaks, although it is softer within the word', () => {
    const moments = quietMoments(levels, [{ from: 0, to: 1.5 }]);
    expect(moments.quietest(0.5, 1.9)).toBeGreaterThanOrEqual(1.5);
    expect(moments.quietest(1.9, 0.5)).toBeGreaterThanOrEqual(1.5);
  });

  it('is the softest one where somebody speaks all the while', () => {
    const at = quietMoments(levels, [{ from: 0, to: 2 }]).quietest(0.5, 1.9);
    expect(at).toBeLessThan(1.2);
  });

  it('stays where there is nowhere to go', () => {
    expect(quietMoments(levels, []).quietest(0.7, 0.7)).toBe(0.7);
  });
});
