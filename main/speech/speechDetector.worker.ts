import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../system/threads/answerQuestions';
import { Silero } from './Silero';
import type { Files, SpeechDetectorTalk } from './SpeechDetector';

const { weights, wasm } = workerData as Files;
let loading: Promise<Silero> | undefined;

answerQuestions<SpeechDetectorTalk>(async (pieces) => {
  loading ??= Silero.load(readFileSync(weights), readFileSync(wasm));
  return (await loading).score(pieces);
});
