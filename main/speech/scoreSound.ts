import { availableParallelism } from 'node:os';
import { mixesOfWindow, type Sound } from '../media/mixes/mixesOf';
import { mixSamples } from '../media/mixes/mixSamples';
import { cancelled } from '../system/runTool';
import { readPieces } from './readPieces';
import { FRAME_SECONDS, PIECE_FRAMES, SAMPLE_RATE } from './speechScores';
import { SpeechDetector } from './SpeechDetector';

/** Pieces that are scored in one go, a minute of sound. More are not scored any faster, and begin later. */
const PIECES_AT_ONCE = 2;
/** Peak (−72 dB) below which sound is silence: no microphone's noise is softer, and the network need not hear it. */
const SILENT_PEAK = 0.00025;

export interface ScoreOptions {
  signal?: AbortSignal | undefined;
  /** Called with the seconds that were listened to so far. */
  onSeconds?: ((seconds: number) => void) | undefined;
}

interface Piece {
  /** Number of the piece in the sound, counted from 0. */
  at: number;
  samples: Float32Array;
}

/** Batches that are left to the first detector, since another one takes as long as so many to start. */
const BATCHES_OF_FIRST = 8;

/** Detectors with a thread each; the runtime itself makes good use of one thread only. */
const detectors = Array.from({ length: Math.min(2, availableParallelism()) }, () => new SpeechDetector());

/**
 * Scores how likely somebody speaks, 0 to 1, in each frame of a sound of `duration` seconds, in any of its mixes.
 * Memory is bounded but for the scores, 450 kB an hour. The same sound gives the same scores.
 * @param sound at `SAMPLE_RATE`.
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
      // Somebody speaks in a frame if it can be heard in any of the mixes.
      for (const [k, score] of (heard[i] ?? []).entries()) {
        const frame = at * PIECE_FRAMES + k;
        scores[frame] = Math.max(scores[frame] ?? 0, score);
      }
    }
  };
  const [first] = detectors;
  // It loads while the first pieces are decoded. A failure is thrown when it is asked about these.
  first?.load().catch(() => undefined);
  const running: Promise<void>[] = [];
  let waiting: Piece[] = [];
  let batches = 0;
  const send = async () => {
    if (running.length === detectors.length) await running.shift();
    const detector = detectors[batches < BATCHES_OF_FIRST ? 0 : batches % detectors.length];
    batches++;
    if (!detector) throw new Error('there is no detector');
    const taken = take(detector, waiting);
    // The batch is awaited in its turn, and its failure is thrown then.
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
