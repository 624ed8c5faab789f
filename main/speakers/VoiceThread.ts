import { Worker } from 'node:worker_threads';
import type { Span } from '../../shared/model/entity';
import { AppError, type AppErrorShape } from '../../shared/model/errors';
import { bundledFile } from '../system/bundledFile';
import { cancelled } from '../system/runTool';
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

/** The next samples; null behind the last. */
export type VoiceQuestion = { sound: Float32Array } | { sound: null };
export type VoiceAnswer =
  { taken: true } | { voices: VoicesApart } | { error: AppErrorShape } | { failure: string };

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
  if (signal?.aborted) throw cancelled();
  const worker = new Worker(bundledFile('speakers.worker.js'), { workerData: task });
  let take: (answer: VoiceAnswer) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  worker.on('message', (answer: VoiceAnswer) => take(answer));
  worker.on('error', (error) => fail(error));
  const giveUp = () => fail(cancelled());
  signal?.addEventListener('abort', giveUp);
  const ask = (question: VoiceQuestion) =>
    new Promise<VoiceAnswer>((resolve, reject) => {
      [take, fail] = [resolve, reject];
      if (signal?.aborted) return giveUp();
      worker.postMessage(question, question.sound ? [question.sound.buffer as ArrayBuffer] : []);
    });
  try {
    let samples = 0;
    for await (const next of sound) {
      samples += next.length;
      refuse(await ask({ sound: next }));
      onSamples?.(samples);
    }
    const answer = refuse(await ask({ sound: null }));
    if ('voices' in answer) return answer.voices;
    throw new Error('the thread gave no answer');
  } finally {
    signal?.removeEventListener('abort', giveUp);
    void worker.terminate();
  }
}

/** Throws what went wrong. */
function refuse(answer: VoiceAnswer): VoiceAnswer {
  if ('error' in answer) throw AppError.from(answer.error);
  if ('failure' in answer) throw new Error(answer.failure);
  return answer;
}
