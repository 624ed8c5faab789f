import type { Mix } from './Mix';

/** Returns the ffmpeg filter that makes a mix of its input. */
export function panOf({ weights }: Mix): string {
  const terms = weights.flatMap((weight, channel) => (weight === 0 ? [] : [`${weight}*c${channel}`]));
  return `pan=mono|c0=${terms.join('+').replaceAll('+-', '-')}`;
}
