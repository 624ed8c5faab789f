import { answerQuestions } from '../../system/threads/answerQuestions';
import { ChunkSender } from './ChunkSender';
import type { SealingTalk } from './sealInThread';
import { sealStreams } from './sealStreams';

/** Milliseconds between two words on how far it is. */
const TELL_MILLISECONDS = 50;

answerQuestions<SealingTalk>(async ({ task, chunkBytes, port }, { onProgress }) => {
  const stop = new AbortController();
  const sender = new ChunkSender(port, chunkBytes, () => stop.abort());
  let told = -Infinity;
  const onSeconds = (seconds: number) => {
    const now = performance.now();
    if (now - told < TELL_MILLISECONDS) return;
    told = now;
    onProgress(seconds);
  };
  try {
    return await sealStreams((part) => sender.writer(part), task, { signal: stop.signal, onSeconds });
  } finally {
    port.close();
  }
});
