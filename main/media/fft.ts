/**
 * Fourier transform of a complex signal, in place, by Cooley and Tukey's radix 2.
 * @param re real parts; the length is a power of two.
 * @param im imaginary parts, equally many.
 */
export function fft(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  const { cos, sin } = tableOf(n);
  reorder(re, im);
  for (let size = 2; size <= n; size *= 2) {
    const half = size / 2;
    const step = n / size;
    for (let start = 0; start < n; start += size) {
      for (let k = 0; k < half; k++) {
        const a = start + k;
        const b = a + half;
        const c = cos[k * step] ?? 0;
        const s = sin[k * step] ?? 0;
        const bRe = re[b] ?? 0;
        const bIm = im[b] ?? 0;
        const tRe = bRe * c + bIm * s;
        const tIm = bIm * c - bRe * s;
        const aRe = re[a] ?? 0;
        const aIm = im[a] ?? 0;
        re[b] = aRe - tRe;
        im[b] = aIm - tIm;
        re[a] = aRe + tRe;
        im[a] = aIm + tIm;
      }
    }
  }
}

/** Reverses `fft`: exchanges the parts and divides by the length. */
export function inverseFft(re: Float64Array, im: Float64Array): void {
  fft(im, re);
  for (let i = 0; i < re.length; i++) {
    re[i] = (re[i] ?? 0) / re.length;
    im[i] = (im[i] ?? 0) / re.length;
  }
}

interface Table {
  cos: Float64Array;
  sin: Float64Array;
}

const tables = new Map<number, Table>();

/** Returns cosine and sine for the first half of a turn in `n` steps. */
function tableOf(n: number): Table {
  const known = tables.get(n);
  if (known) return known;
  const angles = Float64Array.from({ length: n / 2 }, (_, i) => (2 * Math.PI * i) / n);
  const table = { cos: angles.map(Math.cos), sin: angles.map(Math.sin) };
  tables.set(n, table);
  return table;
}

function reorder(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [re[i], re[j]] = [re[j] ?? 0, re[i] ?? 0];
    [im[i], im[j]] = [im[j] ?? 0, im[i] ?? 0];
  }
}
