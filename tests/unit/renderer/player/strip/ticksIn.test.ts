import { describe, expect, it } from 'vitest';
import { ticksIn } from '../../../../../renderer/player/strip/ticksIn';

describe('the times of a ruler', () => {
  it.each([
    [0, 4 * 3600, 800],
    [0, 4 * 3600, 2500],
    [3000, 3060, 800],
    [7201.3, 7202.9, 1000],
    [0, 118, 820],
  ])('from %d to %d s on %d pixels can be read and are enough', (from, to, width) => {
    const ticks = ticksIn(from, to, width);
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    expect(ticks.length).toBeLessThanOrEqual(width / 60);
    for (const { at } of ticks) {
      expect(at).toBeGreaterThanOrEqual(from - 1e-3);
      expect(at).toBeLessThanOrEqual(to + 1e-3);
    }
    expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
  });

  it('are ones that people count in', () => {
    expect(ticksIn(0, 3600, 820).map(({ label }) => label)).toEqual([
      ...['0:00', '5:00', '10:00', '15:00', '20:00', '25:00', '30:00'],
      ...['35:00', '40:00', '45:00', '50:00', '55:00', '1:00:00'],
    ]);
    expect(ticksIn(61.02, 61.8, 800).map(({ label }) => label)).toContain('1:01.3');
  });

  it('are none where nothing is in view', () => {
    expect(ticksIn(0, 0, 800)).toEqual([]);
    expect(ticksIn(0, 10, 0)).toEqual([]);
  });
});
