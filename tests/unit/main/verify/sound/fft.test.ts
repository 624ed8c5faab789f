import { describe, expect, test } from 'vitest';
import { fft, inverseFft, realSpectrum } from '../../../../../main/verify/sound/fft';

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

describe.each([2, 4, 8, 64, 128])('of a real signal of %i values', (size) => {
  test.each([size, size - 1, 1])('the lower half of the transform is the same with %i samples', (length) => {
    const samples = Float32Array.from(signal(size).re.subarray(0, length));
    const { re, im } = realSpectrum(samples, size);
    const [isRe, isIm] = [new Float64Array(size), new Float64Array(size)];
    isRe.set(samples);
    fft(isRe, isIm);
    expect(re.length).toBe(size / 2 + 1);
    for (let k = 0; k <= size / 2; k++) {
      expect(re[k]).toBeCloseTo(isRe[k] ?? NaN, 9);
      expect(im[k]).toBeCloseTo(isIm[k] ?? NaN, 9);
    }
  });
});
