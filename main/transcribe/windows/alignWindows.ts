import type { Span } from '../../../shared/model/entity';
import { listenForSpeech } from '../../media/mixes/listenForSpeech';
import { speechSound } from '../../media/mixes/speechSound';
import type { Vault } from '../../vault/Vault';
import { alignmentHeads } from '../models/alignmentHeads';
import { hearWindows } from './hearWindows';
import { NativeTranscriber, type NativeSettings } from '../native/NativeTranscriber';
import { physicalCores } from '../native/physicalCores';
import type { ResolvedModel } from '../models/resolveModel';

export interface AlignOptions {
  /** A code such as `en`, or `auto`. */
  language: string;
  threads?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** A word as it was heard this time; seconds on the recording's timeline. */
export interface AlignedWord {
  text: string;
  start: number;
  end: number;
  /** The moment at which it was said, by the decoder's attention; null when that cannot be trusted. */
  point: number | null;
}

/**
 * Hears windows again, with dynamic time warping on. They are of at most 30 s, which Whisper hears at once. Good points
 * need alignment heads that are known for the model, as they are for published ones. The heads of the demo model are
 * not known: its points are off by seconds, but its `start` and `end` are not. A Parakeet model has no such attention
 * and gives no points.
 * @param windows seconds, in order, without overlap.
 * @returns the words of each window in turn.
 * @throws {AppError} `MEDIA_MISSING`, `OUT_OF_MEMORY`, `TRANSCRIBER_MISSING`, `TRANSCRIBER_KILLED`,
 * `TRANSCRIBER_FAILED`, `MODEL_INVALID`, `PROJECT_DAMAGED`, `CANCELLED`.
 */
export async function* alignWindows(
  vault: Vault,
  model: ResolvedModel,
  windows: readonly Span[],
  { language, threads, signal }: AlignOptions,
): AsyncGenerator<AlignedWord[], undefined> {
  const from = windows[0]?.from ?? 0;
  const { mixes } = await listenForSpeech(vault, { signal });
  const sound = speechSound(vault, mixes, { from, signal });
  const known = alignmentHeads(model);
  try {
    const native = await NativeTranscriber.start(
      {
        model: model.path,
        language,
        threads: threads ?? physicalCores(),
        beam: 1,
        prompt: '',
        ...dtwOf(model, known),
      },
      signal,
    );
    try {
      const parts = windows.map((window) => [window]);
      for await (const { words } of hearWindows(native, sound, parts, language))
        yield words.map(({ text, start, end, point }) => ({ text, start, end, point: known ? point : null }));
      await native.end();
      return undefined;
    } finally {
      native.kill();
    }
  } finally {
    sound.destroy();
  }
}

/** Takes the upper half of the layers when no heads are known, as OpenAI's own implementation does. */
const dtwOf = ({ facts }: ResolvedModel, heads: string | null): Pick<NativeSettings, 'dtw'> =>
  facts.kind === 'whisper'
    ? { dtw: { heads: heads ?? '', topLayers: Math.ceil(facts.decoderLayers / 2) } }
    : {};
