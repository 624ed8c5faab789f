import type { Readable } from 'node:stream';
import type { Span } from '../../../shared/model/entity';
import type { NativeTranscriber } from '../native/NativeTranscriber';
import type { SpokenWord } from '../words/joinTokens';
import { spokenWords } from '../words/spokenWords';
import { longEnough } from './longEnough';
import { readWindows } from './readWindows';

export interface HeardWindow {
  words: SpokenWord[];
  /** The language that was given, or the one that was detected so far. */
  language: string;
}

/**
 * Recognises windows one after another.
 * @param sound as `speechSound` gives it, from the first window on.
 * @param windows parts (seconds) of each window, in order.
 * @param language a code such as `en`, or `auto`.
 * @throws {AppError} as `NativeTranscriber.transcribe` and `speechSound`.
 */
export async function* hearWindows(
  native: NativeTranscriber,
  sound: Readable,
  windows: readonly (readonly Span[])[],
  language: string,
): AsyncGenerator<HeardWindow, undefined> {
  const samples = readWindows(sound, windows[0]?.[0]?.from ?? 0, windows);
  let spoken = language;
  for (const parts of windows) {
    const next = await samples.next();
    if (next.done) throw new Error('a window has no sound');
    const heard = await native.transcribe(longEnough(next.value), { alone: true });
    spoken = heard.language ?? spoken;
    yield { words: spokenWords(heard, spoken, parts), language: spoken };
  }
  return undefined;
}
