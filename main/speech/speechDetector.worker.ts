import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { Silero } from './Silero';
import type { Answer, Files, Question } from './SpeechDetector';

const { weights, wasm } = workerData as Files;
let loading: Promise<Silero> | undefined;

parentPort?.on('message', ({ id, pieces }: Question) => {
  loading ??= Silero.load(readFileSync(weights), readFileSync(wasm));
  loading
    .then((silero) => silero.score(pieces))
    .then(
      (scores) => parentPort?.postMessage({ id, scores } satisfies Answer),
      (error: unknown) => parentPort?.postMessage({ id, failure: String(error) } satisfies Answer),
    );
});
