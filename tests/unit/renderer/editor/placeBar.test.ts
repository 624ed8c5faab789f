import { describe, expect, it } from 'vitest';
import { placeBar } from '../../../../renderer/editor/placeBar';

const BAR = { width: 300, height: 50 };
const AREA = { width: 800, height: 500 };
const at = (top: number, bottom: number, left: number) => placeBar({ top, bottom, left }, BAR, AREA);

describe('the bar of the selection', () => {
  it('is below it, in the middle of where it ends', () => {
    expect(at(100, 130, 400)).toEqual({ left: 250, top: 138 });
  });

  it('is above it where there is no room below', () => {
    expect(at(440, 470, 400)).toEqual({ left: 250, top: 382 });
  });

  it('lies over it where it fills all that is seen', () => {
    expect(at(-Infinity, Infinity, 400)).toEqual({ left: 250, top: 442 });
    expect(at(20, 490, 400)).toEqual({ left: 250, top: 442 });
  });

  it('is with what is seen of it where its end or its beginning is not', () => {
    expect(at(200, Infinity, 400)).toEqual({ left: 250, top: 142 });
    expect(at(-Infinity, 60, 400)).toEqual({ left: 250, top: 68 });
  });

  it('is nowhere when all of it was scrolled away', () => {
    expect(at(-90, -60, 400)).toBeNull();
    expect(at(520, 550, 400)).toBeNull();
  });

  it('never reaches out, wherever the selection is', () => {
    for (const left of [-50, 0, 10, 790, 900])
      for (let top = -40; top < 500; top += 7) {
        const place = at(top, top + 30, left);
        if (!place) continue;
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.left + BAR.width).toBeLessThanOrEqual(AREA.width - 8);
        expect(place.top).toBeGreaterThanOrEqual(8);
        expect(place.top + BAR.height).toBeLessThanOrEqual(AREA.height - 8);
      }
  });
});
