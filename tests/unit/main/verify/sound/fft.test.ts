import { describe, expect, test } from 'vitest';
import { fft, inverseFft } from '../../../../../main/verify/sound/fft';

const signal = (size: number) => ({
  re: Float64Array.from({ length: size }, (_, i) => Math.sin(i * i) + (i % 3)),
  im: Float64Array.from({ length: size }, (_, i) => Math.cos(5 * i) - (i % 2)),
});

describe.each([1, 2, 4, 8, 64, 128])('of %i values', (size) => {
  test('the transform is the sum of its definition', () => {
    const { re, im } = signal(size);
    const [isRe, isIm] = [re.slice(), im.slice()];
    fft(isRe, isIm);
    for (let k = 0; k < size; k++) {
      let [sumRe, sumIm] = [0, 0];
      for (let i = 0; i < size; i++) {
        const angle = (-2 * Math.PI * i * k) / size;
        sumRe += (re[i] ?? 0) * Math.cos(angle) - (im[i] ?? 0) * Math.sin(angle);
        sumIm += (re[i] ?? 0) * Math.sin(angle) + (im[i] ?? 0) * Math.cos(angle);
      }
      expect(isRe[k]).toBeCloseTo(sumRe, 9);
      expect(isIm[k]).toBeCloseTo(sumIm, 9);
    }
  });

  test('the way back leads to where it came from', () => {
    const { re, im } = signal(size);
    const [isRe, isIm] = [re.slice(), im.slice()];
    fft(isRe, isIm);
    inverseFft(isRe, isIm);
    for (let i = 0; i < size; i++) {
      expect(isRe[i]).toBeCloseTo(re[i] ?? NaN, 9);
      expect(isIm[i]).toBeCloseTo(im[i] ?? NaN, 9);
    }
  });
});
