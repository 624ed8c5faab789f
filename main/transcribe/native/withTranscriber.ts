import { sideBySide } from '../../system/sideBySide';
import { NativeTranscriber, type NativeSettings } from './NativeTranscriber';

/**
 * Starts the transcriber for some work, and makes sure that it has ended afterwards, whatever happens.
 * @throws {AppError} as `NativeTranscriber.start`, and what the work throws.
 */
export const withTranscriber = <T>(
  settings: NativeSettings,
  signal: AbortSignal | undefined,
  work: (native: NativeTranscriber) => Promise<T>,
): Promise<T> => prepareAndTranscribe(settings, signal, () => Promise.resolve(), work);

/**
 * Does the same for work that has to be prepared. It is prepared while the model is loaded, which takes seconds when the
 * model is large.
 * @throws {AppError} as `withTranscriber`, and what the preparation throws.
 */
export async function prepareAndTranscribe<P, T>(
  settings: NativeSettings,
  signal: AbortSignal | undefined,
  prepare: (signal: AbortSignal) => Promise<P>,
  work: (native: NativeTranscriber, prepared: P) => Promise<T>,
): Promise<T> {
  const start = (either: AbortSignal) => NativeTranscriber.start(settings, either);
  const [native, prepared] = await sideBySide(signal, start, prepare);
  try {
    const result = await work(native, prepared);
    await native.end();
    return result;
  } finally {
    native.kill();
  }
}
