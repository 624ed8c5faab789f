import { parentPort } from 'node:worker_threads';
import { locale } from '../../../shared/messages/messages';
import { AppError, toAppErrorShape } from '../../../shared/model/errors';
import { chooseLocale } from '../chooseLocale';
import type { FromThread, ThreadTalk, ToThread } from './threadMessages';

// Nothing in a thread asks for anything from the network; the means to do so are taken away all the same.
for (const way of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
  Reflect.deleteProperty(globalThis, way);

export interface Asking<Progress> {
  onProgress: (progress: Progress) => void;
  /** Tells whether nobody waits for the answer any more. */
  isCancelled: () => boolean;
}

type Question<Talk extends ThreadTalk> = Exclude<ToThread<Talk>, { cancel: number }>;

/**
 * Answers the questions of a `WorkerThread` in its thread, one after another: the work there does one thing at a time,
 * and two at once would take the memory of both.
 */
export function answerQuestions<Talk extends ThreadTalk>(
  answer: (
    question: Talk['question'],
    asking: Asking<Talk['progress']>,
  ) => Talk['answer'] | Promise<Talk['answer']>,
): void {
  const cancelled = new Set<number>();
  let last: Promise<void> = Promise.resolve();
  const send = (message: FromThread<Talk>) => parentPort?.postMessage(message);

  parentPort?.on('message', (message: ToThread<Talk>) => {
    if ('cancel' in message) cancelled.add(message.cancel);
    else last = last.then(() => carryOut(message));
  });

  async function carryOut({ id, question, language }: Question<Talk>): Promise<void> {
    try {
      if (cancelled.has(id)) return;
      if (language !== locale()) chooseLocale(language);
      const asking = {
        onProgress: (progress: Talk['progress']) => send({ id, progress }),
        isCancelled: () => cancelled.has(id),
      };
      send({ id, answer: await answer(question, asking) });
    } catch (error) {
      if (error instanceof AppError) send({ id, error: toAppErrorShape(error) });
      else send({ id, defect: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      cancelled.delete(id);
    }
  }
}
