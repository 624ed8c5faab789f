import type { Progress } from '../../shared/contract/envelope';
import { concatenate } from '../media/concatenate';
import { listenForSpeech } from '../media/mixes/listenForSpeech';
import { SAMPLE_RATE } from '../media/mixes/SoundLevels';
import { speechSound } from '../media/mixes/speechSound';
import { framesOf } from '../media/mixes/framesOf';
import { ProgressMeter } from '../system/ProgressMeter';
import { alignmentHeads } from '../transcribe/models/alignmentHeads';
import type { WhisperModel } from '../transcribe/models/requireWhisper';
import type { EnforcedText } from '../transcribe/native/nativeEvents';
import type { NativeTranscriber } from '../transcribe/native/NativeTranscriber';
import { physicalCores } from '../transcribe/native/physicalCores';
import { withTranscriber } from '../transcribe/native/withTranscriber';
import { longEnough } from '../transcribe/windows/longEnough';
import type { Vault } from '../vault/Vault';
import type { Passage } from './cutPassages';
import { placeWords, type GivenText, type PlacedWord } from './placeWords';

export interface EnforceOptions {
  language: string;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** Seconds by which what was heard may lie beside its true place. */
const HEARD_BESIDE_SECONDS = 0.6;

/**
 * Enforces the words of each passage in its sound, and places them.
 * @param texts all words, with the space in front of each where there is one, and where each may be said.
 * @returns where each word is said, by its position.
 * @throws {AppError} as `NativeTranscriber.start`, `MEDIA_MISSING`, `PROJECT_DAMAGED`.
 */
export async function enforcePassages(
  vault: Vault,
  model: WhisperModel,
  texts: readonly GivenText[],
  passages: readonly Passage[],
  { language, signal, onProgress }: EnforceOptions,
): Promise<Map<number, PlacedWord>> {
  const placed = new Map<number, PlacedWord>();
  const [first] = passages;
  if (!first) return placed;
  const { mixes } = await listenForSpeech(vault, { signal });
  const heads = alignmentHeads(model);
  const meter = new ProgressMeter('align', 'steps', passages.length, onProgress);
  const sound = new SlidingSound(speechSound(vault, mixes, { from: first.from, signal }), first.from);
  try {
    const settings = {
      model: model.path,
      language,
      threads: physicalCores(),
      beam: 1,
      prompt: '',
      ...(heads !== null && { dtw: { heads, topLayers: 1 } }),
    };
    await withTranscriber(settings, signal, async (native) => {
      for (const [i, passage] of passages.entries()) {
        meter.report(i);
        await place(native, passage, await sound.read(passage.from, passage.to));
      }
    });
  } finally {
    sound.close();
  }
  meter.report(passages.length);
  return placed;

  /** Places a passage. One of too many tokens is cut in two: at its middle word if that was heard, else in mid-time. */
  async function place(native: NativeTranscriber, passage: Passage, samples: Float32Array): Promise<void> {
    const words = passage.words.flatMap((at) => texts[at] ?? []);
    const { from, to } = passage;
    const enforced = await enforce(native, words, passage, samples);
    if (enforced) {
      const times = placeWords(words, enforced, { from, to, warped: heads !== null });
      for (const [i, time] of times.entries()) {
        const at = passage.words[i];
        if (at !== undefined) placed.set(at, time);
      }
      return;
    }
    const half = Math.ceil(words.length / 2);
    const cut = words[half]?.heard?.start ?? (from + to) / 2;
    if (words.length < 2 || cut <= from || cut >= to) return;
    const sample = Math.round((cut - from) * SAMPLE_RATE);
    const [before, behind] = [passage.words.slice(0, half), passage.words.slice(half)];
    await place(native, { from, to: cut, words: before }, samples.subarray(0, sample));
    await place(native, { from: cut, to, words: behind }, samples.subarray(sample));
  }
}

function enforce(
  native: NativeTranscriber,
  words: readonly GivenText[],
  { from, to }: Passage,
  samples: Float32Array,
): Promise<EnforcedText | null> {
  const given = words.map(({ text, heard, within }) => ({
    text,
    from: Math.max(0, (heard ? heard.start - HEARD_BESIDE_SECONDS : within.from) - from),
    to: Math.min(to, heard ? heard.start + HEARD_BESIDE_SECONDS : within.to) - from,
  }));
  return native.enforce(longEnough(samples), given);
}

/** Sound that is read in stretches. These may overlap, but none begins before the one that was read last. */
class SlidingSound {
  readonly #blocks: AsyncGenerator<Float32Array>;
  #kept: Float32Array = new Float32Array(0);
  #from: number;

  constructor(
    private readonly sound: ReturnType<typeof speechSound>,
    from: number,
  ) {
    this.#blocks = framesOf(sound, 1);
    this.#from = Math.round(from * SAMPLE_RATE);
  }

  /** Reads the samples between two times (seconds on the timeline); fewer at the recording's end. */
  async read(from: number, to: number): Promise<Float32Array> {
    const [first, end] = [Math.round(from * SAMPLE_RATE), Math.round(to * SAMPLE_RATE)];
    const parts = [this.#kept];
    let last = this.#from + this.#kept.length;
    while (last < end) {
      const next = await this.#blocks.next();
      if (next.done) break;
      parts.push(next.value);
      last += next.value.length;
    }
    this.#kept = concatenate(parts).slice(Math.max(0, first - this.#from));
    this.#from = last - this.#kept.length;
    return this.#kept.slice(0, Math.max(0, end - this.#from));
  }

  close(): void {
    this.sound.destroy();
  }
}
