import { NativeTranscriber, type NativeSettings } from './NativeTranscriber';

/**
 * Starts the transcriber for some work, and makes sure that it has ended afterwards, whatever happens.
 * @throws {AppError} as `NativeTranscriber.start`, and what the work throws.
 */
export async function withTranscriber<T>(
  settings: NativeSettings,
  signal: AbortSignal | undefined,
  work: (native: NativeTranscriber) => Promise<T>,
): Promise<T> {
  const native = await NativeTranscriber.start(settings, signal);
  try {
    const result = await work(native);
    await native.end();
    return result;
  } finally {
    native.kill();
  }
}
