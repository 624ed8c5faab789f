import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { AppError } from '../../../shared/model/errors';
import { answerQuestions } from '../../system/threads/answerQuestions';
import { findModelFiles } from './findModelFiles';
import { NamesModel } from './NamesModel';
import type { OwnModelTalk } from './OwnModel';

const wasm = workerData as string;
let loaded: { key: string; model: NamesModel } | null = null;

answerQuestions<OwnModelTalk>(async ({ file, texts }, { onProgress, isCancelled }) => {
  try {
    const model = await modelOf(file);
    const names = texts
      ? await model.read(texts, { onProgress: (done, total) => onProgress({ done, total }), isCancelled })
      : [];
    return { facts: model.facts, names };
  } catch (error) {
    // A model that ran out of memory once is in no state to go on.
    if (error instanceof AppError && error.code === 'OUT_OF_MEMORY') loaded = null;
    throw error;
  }
});

/** Returns the model of a file, which is kept as long as its files are the same. */
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
