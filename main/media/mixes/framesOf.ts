/** Cuts a stream of interleaved 32-bit floats (little-endian) at whole frames, one sample of each channel. */
export async function* framesOf(
  sound: AsyncIterable<unknown>,
  channels: number,
): AsyncGenerator<Float32Array, undefined> {
  const frame = channels * Float32Array.BYTES_PER_ELEMENT;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of sound) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    const whole = bytes.length - (bytes.length % frame);
    // The bytes are copied, because they may lie at an address that floats must not have.
    const samples = new Float32Array(whole / Float32Array.BYTES_PER_ELEMENT);
    Buffer.from(samples.buffer).set(bytes.subarray(0, whole));
    rest = bytes.subarray(whole);
    yield samples;
  }
  return undefined;
}
