import type { Progress } from '../../shared/contract/envelope';
import type { Span } from '../../shared/model/entity';
import { decodeSound } from '../media/decodeSound';
import { ProgressMeter } from '../system/ProgressMeter';
import { SingleFlight } from '../system/SingleFlight';
import type { Vault } from '../vault/Vault';
import { scoreSound } from './scoreSound';
import { FRAME_SECONDS, SAMPLE_RATE } from './speechScores';
import { possibleSpeechSpans, speechSpans } from './speechSpans';

export interface HearSpeechOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** The detector's answer about a recording; times are seconds. */
export interface HeardSpeech {
  /** Stretches in which somebody speaks. */
  spans: Span[];
  /** Stretches in which somebody may speak, by the careful threshold, with nothing added before or after. */
  possible: Span[];
  /** Returns how likely somebody speaks at a time, 0 to 1. */
  likelihood: (seconds: number) => number;
}

/** The recording of each project that was heard. */
const known = new WeakMap<Vault, string>();
const flights = new SingleFlight<Vault, HeardSpeech>();

/**
 * Listens to the whole recording of a project, once while it is open. The same sound gives the same answer.
 * @throws {AppError} `SPEECH_UNKNOWN`, `MEDIA_MISSING`, `PROJECT_DAMAGED`, `TOOL_MISSING`, `TOOL_FAILED`, `CANCELLED`.
 */
export function hearSpeech(vault: Vault, options: HearSpeechOptions = {}): Promise<HeardSpeech> {
  const media = JSON.stringify(vault.document.media);
  if (known.get(vault) !== media) flights.forget(vault);
  known.set(vault, media);
  return flights.run(vault, (signal) => hear(vault, { ...options, signal }), options.signal);
}

async function hear(vault: Vault, { signal, onProgress }: HearSpeechOptions): Promise<HeardSpeech> {
  const duration = vault.document.media?.duration ?? 0;
  const meter = new ProgressMeter('speech', 'seconds', duration, onProgress);
  const sound = decodeSound(vault, { sampleRate: SAMPLE_RATE, signal });
  try {
    const onSeconds = (seconds: number) => meter.report(seconds);
    const scores = await scoreSound(sound, duration, { signal, onSeconds });
    meter.report(duration);
    return heardIn(scores, duration);
  } finally {
    sound.stream.destroy();
  }
}

/** Reads the scores of all frames of a recording of `duration` seconds. */
export const heardIn = (scores: Float32Array, duration: number): HeardSpeech => ({
  spans: speechSpans(scores, duration),
  possible: possibleSpeechSpans(scores, duration),
  likelihood: (seconds) => scores[Math.floor(seconds / FRAME_SECONDS)] ?? 0,
});
