/**
 * Returns the ffmpeg filter that puts decoded sound on the timeline, with silence before its first sample and in its
 * gaps, and nothing from before zero. `async=1` only fills and cuts, it never stretches. A gap of less than 15 ms
 * counts as the rounding of a container's clock (Matroska's is 1 ms) or a camera's jitter; the shortest packet that
 * gets lost, of AMR or Opus, is 20 ms.
 * @param sampleRate Hz of the result; by default that of the sound.
 */
export function placeOnTimeline(sampleRate?: number): string {
  const rate = sampleRate === undefined ? '' : `${sampleRate}:`;
  return `aresample=${rate}async=1:first_pts=0:min_comp=0:min_hard_comp=0.015`;
}
