import { FRAME_SAMPLES, LEAD_FRAMES, PIECE_SAMPLES } from './speechScores';

/**
 * Cuts sound into pieces that overlap by the frames that the detector hears first. There is silence before the
 * beginning and after the end.
 * @param sound interleaved 32-bit floats, little-endian.
 */
export async function* readPieces(
  sound: AsyncIterable<unknown>,
  channels: number,
): AsyncGenerator<Float32Array, undefined> {
  const lead = LEAD_FRAMES * FRAME_SAMPLES * channels;
  let piece = new Float32Array(PIECE_SAMPLES * channels);
  let filled = lead * Float32Array.BYTES_PER_ELEMENT;
  for await (const chunk of sound) {
    let rest = chunk as Buffer;
    while (rest.length > 0) {
      const taken = rest.subarray(0, piece.byteLength - filled);
      new Uint8Array(piece.buffer).set(taken, filled);
      filled += taken.length;
      rest = rest.subarray(taken.length);
      if (filled < piece.byteLength) continue;
      yield piece;
      const next = new Float32Array(piece.length);
      next.set(piece.subarray(piece.length - lead));
      [piece, filled] = [next, lead * Float32Array.BYTES_PER_ELEMENT];
    }
  }
  if (filled > lead * Float32Array.BYTES_PER_ELEMENT) yield piece;
  return undefined;
}
