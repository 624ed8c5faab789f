import { availableParallelism } from 'node:os';
import { mixesOfWindow, type Sound } from '../media/mixes/mixesOf';
import { mixSamples } from '../media/mixes/mixSamples';
import { cancelled } from '../system/runTool';
import { readPieces } from './readPieces';
import { FRAME_SECONDS, PIECE_FRAMES, SAMPLE_RATE } from './speechScores';
import { SpeechDetector } from './SpeechDetector';

/** How many pieces are scored side by side: with eight the network takes half the time that it takes with each alone. */
const PIECES_AT_ONCE = 8;
/** A peak under this (−72 dB) is silence: no microphone's noise is softer, and the network need not hear it. */
const SILENT_PEAK = 0.00025;

export interface ScoreOptions {
  signal?: AbortSignal | undefined;
  /** Told how many seconds are listened to. */
  onSeconds?: ((seconds: number) => void) | undefined;
}

interface Piece {
  /** Which of the sound's, counted from 0. */
  at: number;
  samples: Float32Array;
}

/** Each has a thread; the runtime itself would use no more than one well. */
const detectors = Array.from({ length: Math.min(2, availableParallelism()) }, () => new SpeechDetector());

/**
 * Scores how likely somebody speaks, 0 to 1, in each frame of a sound of `duration` seconds, in any of the ways in which it
 * can be listened to. Bounded memory but for the scores, 450 kB an hour; the same for the same sound.
 * @param sound at `SAMPLE_RATE`, in the detector's pieces.
 * @throws {AppError} `SPEECH_UNKNOWN`, `CANCELLED`; whatever the stream fails with.
 */
export async function scoreSound(
  { stream, channels }: Pick<Sound, 'stream' | 'channels'>,
  duration: number,
  { signal, onSeconds }: ScoreOptions = {},
): Promise<Float32Array> {
  const scores = new Float32Array(Math.ceil(duration / FRAME_SECONDS));
  const take = async (detector: SpeechDetector, pieces: readonly Piece[]) => {
    if (signal?.aborted) throw cancelled();
    const heard = await detector.score(pieces.map(({ samples }) => samples));
    for (const [i, { at }] of pieces.entries()) {
      // Somebody speaks where it can be heard in any of the mixes.
      for (const [k, score] of (heard[i] ?? []).entries()) {
        const frame = at * PIECE_FRAMES + k;
        scores[frame] = Math.max(scores[frame] ?? 0, score);
      }
    }
  };
  const running: Promise<void>[] = [];
  let waiting: Piece[] = [];
  let batches = 0;
  const send = async () => {
    if (running.length === detectors.length) await running.shift();
    const detector = detectors[batches++ % detectors.length];
    if (!detector) throw new Error('there is no detector');
    const taken = take(detector, waiting);
    // It is awaited in its turn, and what went wrong with it is told then.
    taken.catch(() => undefined);
    running.push(taken);
    waiting = [];
  };
  let pieces = 0;
  for await (const sound of readPieces(stream, channels)) {
    for (const mix of mixesOfWindow(sound, channels, SAMPLE_RATE)) {
      const samples = mixSamples(sound, mix);
      if (!samples.some((sample) => Math.abs(sample) >= SILENT_PEAK)) continue;
      waiting.push({ at: pieces, samples });
      if (waiting.length === PIECES_AT_ONCE) await send();
    }
    pieces++;
    onSeconds?.(pieces * PIECE_FRAMES * FRAME_SECONDS);
  }
  if (waiting.length > 0) await send();
  for (const taken of running) await taken;
  return scores;
}
