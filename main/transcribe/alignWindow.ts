import type { Span } from '../../shared/redaction/entity';
import { decodeSound } from '../ingest/decodeSound';
import type { Vault } from '../vault/Vault';
import { joinTokens } from './joinTokens';
import { NativeTranscriber } from './NativeTranscriber';
import { physicalCores } from './physicalCores';
import { placeWords } from './placeWords';
import { publishedModels } from './publishedModels';
import { readWindows } from './readWindows';
import type { ResolvedModel } from './resolveModel';
import { SAMPLE_RATE } from './SoundLevels';
import { tidyTimes } from './tidyTimes';

export interface AlignOptions {
  language: string;
  threads?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** A word as it was heard this time; seconds on the recording's timeline. */
export interface AlignedWord {
  text: string;
  start: number;
  end: number;
  /** The moment it was said by the decoder's attention, where there is one; a second opinion on `start`. */
  point: number | null;
}

/** Whisper hears 30 s at once; below a second there is too little to align. */
const LONGEST = 30;
const SHORTEST = 1;

/**
 * Hears a window of at most 30 s again, with dynamic time warping on. Good points need alignment heads that are known
 * for the model: with published ones; of the demo model's they are off by seconds, its `start` and `end` are not.
 * @throws {AppError} `MEDIA_MISSING`, `OUT_OF_MEMORY`, `TRANSCRIBER_MISSING`, `TRANSCRIBER_KILLED`,
 * `TRANSCRIBER_FAILED`, `MODEL_INVALID`, `PROJECT_DAMAGED`, `CANCELLED`.
 */
export async function alignWindow(
  vault: Vault,
  model: ResolvedModel,
  window: Span,
  { language, threads, signal }: AlignOptions,
): Promise<AlignedWord[]> {
  const part = widened(window, vault.document.media?.duration ?? window.to);
  const sound = decodeSound(vault, { sampleRate: SAMPLE_RATE, mono: true, ...part, signal });
  const { value: samples } = await readWindows(sound.stream, part.from, [[part]]).next();
  const native = await NativeTranscriber.start(
    {
      model: model.path,
      language,
      threads: threads ?? physicalCores(),
      beam: 1,
      prompt: '',
      dtw: heads(model),
    },
    signal,
  );
  try {
    const { segments } = await native.transcribe(samples ?? new Float32Array(0));
    await native.end();
    const words = tidyTimes(joinTokens(segments, language), part.to - part.from);
    return placeWords(words, [part]).map(({ text, start, end, point }) => ({ text, start, end, point }));
  } finally {
    native.kill();
  }
}

function widened({ from, to }: Span, duration: number): Span {
  const missing = Math.max(0, SHORTEST - (to - from));
  const start = Math.max(0, Math.min(from - missing / 2, duration - SHORTEST));
  return { from: start, to: Math.min(duration, Math.max(to, start + SHORTEST), start + LONGEST) };
}

/** A file of a published name has that model's heads if it also has its shape. */
function heads({ name, facts }: ResolvedModel): { heads: string; topLayers: number } {
  const shape = publishedModels.get(name)?.shape;
  const same = shape?.encoderLayers === facts.encoderLayers && shape.decoderLayers === facts.decoderLayers;
  // Without better knowledge OpenAI's own implementation takes the upper half of the layers.
  return { heads: same ? name.replace(/-q\d_\d$/, '') : '', topLayers: Math.ceil(facts.decoderLayers / 2) };
}
