/**
 * Thrown for a file that verification cannot read, by the fault of the file or of a tool. Every other error that is not
 * an `AppError` is a defect of ours. It quotes nothing from the file.
 */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Node's error codes for bytes that end too early, that are not text, or that cannot be unpacked. */
const OF_THE_BYTES =
  /^(?:ERR_OUT_OF_RANGE|ERR_BUFFER_OUT_OF_BOUNDS|ERR_ENCODING_INVALID_ENCODED_DATA|Z_[A-Z_]+)$/u;

/**
 * Runs a reader over the bytes of a file. If Node objects to the bytes, the file is unreadable.
 * @throws {Unreadable} when the file is at fault; whatever else the reader throws.
 */
export async function readBytes<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (typeof code !== 'string' || !OF_THE_BYTES.test(code)) throw cause;
    throw new Unreadable('the file is not made as its name says', { cause });
  }
}
