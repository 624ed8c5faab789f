import type { Progress } from '../../shared/contract/envelope';
import type { Span } from '../../shared/model/entity';
import { decodeSound } from '../media/decodeSound';
import { mixesOfWindow } from '../media/mixes/mixesOf';
import { mixSamples } from '../media/mixes/mixSamples';
import { ProgressMeter } from '../system/ProgressMeter';
import { cancelled } from '../system/runTool';
import type { Vault } from '../vault/Vault';
import { readPieces } from './readPieces';
import { FRAME_SECONDS, PIECE_FRAMES, SAMPLE_RATE } from './speechScores';
import { SpeechDetector } from './SpeechDetector';
import { speechSpans } from './speechSpans';

/** How many pieces are scored side by side: with eight the network takes half the time that it takes with each alone. */
const PIECES_AT_ONCE = 8;
/** A peak under this (−72 dB) is silence: no microphone's noise is softer, and the network need not hear it. */
const SILENT_PEAK = 0.00025;

export interface FindSpeechOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

const detector = new SpeechDetector();

/**
 * Where somebody seems to speak in the recording of a project (seconds), in any of the ways in which it can be listened
 * to. Bounded memory, whatever its length; the same for the same sound.
 * @throws {AppError} `SPEECH_UNKNOWN`, `MEDIA_MISSING`, `PROJECT_DAMAGED`, `TOOL_MISSING`, `TOOL_FAILED`, `CANCELLED`.
 */
export async function findSpeech(vault: Vault, options: FindSpeechOptions = {}): Promise<Span[]> {
  return speechSpans(await scoreSpeech(vault, options), vault.document.media?.duration ?? 0);
}

/** How likely somebody speaks, 0 to 1, in each frame of the recording. @throws {AppError} as `findSpeech`. */
export async function scoreSpeech(
  vault: Vault,
  { signal, onProgress }: FindSpeechOptions,
): Promise<Float32Array> {
  const duration = vault.document.media?.duration ?? 0;
  const meter = new ProgressMeter('speech', 'seconds', duration, onProgress);
  const { stream, channels } = decodeSound(vault, { sampleRate: SAMPLE_RATE, signal });
  const scores = new Float32Array(Math.ceil(duration / FRAME_SECONDS));
  let waiting: { piece: number; sound: Float32Array }[] = [];
  const hear = async () => {
    if (signal?.aborted) throw cancelled();
    const heard = await detector.score(waiting.map(({ sound }) => sound));
    for (const [i, { piece }] of waiting.entries()) {
      // Somebody speaks where it can be heard in any of the mixes.
      for (const [k, score] of (heard[i] ?? []).entries()) {
        const frame = piece * PIECE_FRAMES + k;
        scores[frame] = Math.max(scores[frame] ?? 0, score);
      }
    }
    waiting = [];
  };
  try {
    let piece = 0;
    for await (const sound of readPieces(stream, channels)) {
      for (const mix of mixesOfWindow(sound, channels, SAMPLE_RATE)) {
        const mixed = mixSamples(sound, mix);
        if (!mixed.some((sample) => Math.abs(sample) >= SILENT_PEAK)) continue;
        waiting.push({ piece, sound: mixed });
        if (waiting.length === PIECES_AT_ONCE) await hear();
      }
      meter.report(++piece * PIECE_FRAMES * FRAME_SECONDS);
    }
    if (waiting.length > 0) await hear();
  } finally {
    stream.destroy();
  }
  meter.report(duration);
  return scores;
}
