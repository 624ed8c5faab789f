import type { Span } from '../../shared/model/entity';
import { isThreadOutOfMemory, noMemoryFor } from '../system/noMemoryFor';
import { WorkerThread } from '../system/threads/WorkerThread';
import type { KnownVoice, VoicesApart } from './tellVoicesApart';

/** What the thread begins with. */
export interface VoiceTask {
  /** How many samples there will be, mono at 16 kHz. */
  samples: number;
  /** Where somebody speaks (seconds), in order. */
  speech: readonly Span[];
  people: number;
  known: readonly KnownVoice[];
  /** A voice model of one's own, and what runs it. */
  model?: { file: string; wasm: string } | undefined;
}

export interface VoiceTalk {
  /** The next samples; null behind the last. */
  question: Float32Array | null;
  /** Behind the last. */
  answer: VoicesApart | null;
  progress: never;
}

/**
 * Tells voices apart in a thread of its own, so that nobody waits for it, and no more sound is on its way than it takes.
 * @param sound mono at 16 kHz.
 * @param onSamples told how many were taken.
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
