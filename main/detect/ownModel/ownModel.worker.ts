import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, toAppErrorShape } from '../../../shared/model/errors';
import { findModelFiles } from './findModelFiles';
import { NamesModel } from './NamesModel';
import type { Answer, Question } from './OwnModel';

// Nothing here asks for anything from elsewhere; what could is taken away all the same.
for (const way of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
  Reflect.deleteProperty(globalThis, way);

const wasm = workerData as string;
let loaded: { key: string; model: NamesModel } | null = null;
const cancelled = new Set<number>();
/** One after another: the runtime does one thing at a time, and two models at once would take the memory of both. */
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: Question | { cancel: number }) => {
  if ('cancel' in message) cancelled.add(message.cancel);
  else last = last.then(() => answer(message));
});

async function answer(question: Question): Promise<void> {
  const { id, file, texts } = question;
  const tell = (told: Answer) => parentPort?.postMessage(told);
  const isCancelled = () => cancelled.has(id);
  try {
    if (isCancelled()) return;
    const model = await modelOf(file);
    const onProgress = (done: number, total: number) => tell({ id, done, total });
    const names = texts ? await model.read(texts, { onProgress, isCancelled }) : [];
    tell({ id, facts: model.facts, names });
  } catch (error) {
    if (!(error instanceof AppError)) return tell({ id, failure: String(error) });
    // What ran out of memory once is in no state to go on.
    if (error.code === 'OUT_OF_MEMORY') loaded = null;
    tell({ id, error: toAppErrorShape(error) });
  } finally {
    cancelled.delete(id);
  }
}

/** A model is kept as long as its files are the same. */
async function modelOf(file: string): Promise<NamesModel> {
  const files = await findModelFiles(file);
  if (loaded?.key === files.key) return loaded.model;
  const before = loaded;
  loaded = null;
  await before?.model.release();
  const model = await NamesModel.load(files, readFileSync(wasm));
  loaded = { key: files.key, model };
  return model;
}
