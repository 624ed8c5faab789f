import type { Mix } from './Mix';

/** Mixes interleaved samples into one sample for each frame. */
export function mixSamples(interleaved: Float32Array, { weights }: Mix): Float32Array {
  const channels = weights.length;
  const mixed = new Float32Array(Math.floor(interleaved.length / channels));
  // This is a plain loop, since it goes over every sample of hours of sound.
  for (let frame = 0, at = 0; frame < mixed.length; frame++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += (weights[channel] ?? 0) * (interleaved[at++] ?? 0);
    mixed[frame] = sum;
  }
  return mixed;
}
