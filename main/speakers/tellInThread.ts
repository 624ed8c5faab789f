import type { Span } from '../../shared/model/entity';
import { isThreadOutOfMemory, noMemoryFor } from '../system/noMemoryFor';
import { WorkerThread } from '../system/threads/WorkerThread';
import type { KnownVoice, VoicesApart } from './tellVoicesApart';

/** The data with which the thread begins. */
export interface VoiceTask {
  /** Number of samples to come, mono at 16 kHz. */
  samples: number;
  /** Stretches in which somebody speaks (seconds), in order. */
  speech: readonly Span[];
  people: number;
  known: readonly KnownVoice[];
  /** A voice model of one's own, and the runtime that runs it. */
  model?: { file: string; wasm: string } | undefined;
}

export interface VoiceTalk {
  /** The next samples; null after the last. */
  question: Float32Array | null;
  /** The voices after the last samples; null before. */
  answer: VoicesApart | null;
  progress: never;
}

/**
 * Tells voices apart in a thread of its own, so that nothing else waits for it. It reads sound no faster than the
 * thread takes it.
 * @param sound mono at 16 kHz.
 * @param onSamples called with the number of samples taken so far.
 * @throws {AppError} `CANCELLED`; as `OwnVoiceModel`; and what `sound` throws.
 */
export async function tellInThread(
  task: VoiceTask,
  sound: AsyncIterable<Float32Array>,
  { signal, onSamples }: { signal?: AbortSignal | undefined; onSamples?: (samples: number) => void },
): Promise<VoicesApart> {
  const thread = new WorkerThread<VoiceTalk>({
    script: 'speakers.worker.js',
    options: () => ({ workerData: task }),
    idleMilliseconds: null,
    toError: (failure) =>
      task.model && isThreadOutOfMemory(failure) ? noMemoryFor('voice', failure) : failure,
  });
  try {
    let samples = 0;
    for await (const next of sound) {
      samples += next.length;
      await thread.ask(next, { signal, transfer: [next.buffer as ArrayBuffer] });
      onSamples?.(samples);
    }
    const voices = await thread.ask(null, { signal });
    if (voices) return voices;
    throw new Error('the thread gave no answer');
  } finally {
    thread.end();
  }
}
