/** A mix that is softer than another by this much (−60 dB, as energy) adds nothing to it. */
const SAME = 1e-6;

/**
 * What a listener with two ears, or with one, can hear of a stretch of sound: each channel, the sum and, of two, the
 * difference: where one channel is inverted the sum is silent and the difference is not. Mixes that say the same as one
 * before, but for their level, are left out.
 * @param sound interleaved samples.
 */
export function listeningMixes(sound: Float32Array, channels: number): Float32Array<ArrayBuffer>[] {
  const length = Math.floor(sound.length / channels);
  const mix = (weights: readonly number[]) => {
    const mixed = new Float32Array(length);
    for (const [channel, weight] of weights.entries()) {
      if (weight === 0) continue;
      for (let i = 0; i < length; i++)
        mixed[i] = (mixed[i] ?? 0) + weight * (sound[i * channels + channel] ?? 0);
    }
    return mixed;
  };
  const one = (channel: number) => Array.from({ length: channels }, (_, i) => (i === channel ? 1 : 0));
  const all = Array.from({ length: channels }, () => 1 / channels);
  const ways: number[][] = Array.from({ length: channels }, (_, i) => one(i));
  if (channels > 1) ways.push(all);
  if (channels === 2) ways.push([0.5, -0.5]);
  const distinct: Float32Array<ArrayBuffer>[] = [];
  for (const way of ways) {
    const mixed = mix(way);
    if (!distinct.some((other) => isAlike(mixed, other))) distinct.push(mixed);
  }
  return distinct;
}

/** Whether one is the other at another level, or next to silence beside it. */
function isAlike(a: Float32Array, b: Float32Array): boolean {
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? 0;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  if (aa <= bb * SAME) return true;
  return bb > 0 && aa - (ab * ab) / bb <= aa * SAME;
}
