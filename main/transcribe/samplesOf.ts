/** Cuts a byte stream at whole samples. */
export async function* samplesOf(sound: AsyncIterable<unknown>): AsyncGenerator<Float32Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of sound) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    const whole = bytes.length - (bytes.length % Float32Array.BYTES_PER_ELEMENT);
    // A copy: the bytes may lie at an address that floats must not have.
    const samples = new Float32Array(whole / Float32Array.BYTES_PER_ELEMENT);
    Buffer.from(samples.buffer).set(bytes.subarray(0, whole));
    yield samples;
    rest = bytes.subarray(whole);
  }
}
