import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../system/threads/answerQuestions';
import { Silero } from './Silero';
import type { Files, SpeechDetectorTalk } from './SpeechDetector';

/**
 * Lets V8 optimise only those functions of the runtime that do most of the work. With the budget of Node 20 (1.8 million
 * bytes of code executed) it optimises many that are called a few hundred times: 0.6 s of processor time for each
 * program that listens, which a recording of minutes never earns back. Measured with ten times as much: half a minute of
 * sound takes 0.75 instead of 1.38 s, twelve minutes 6.4 instead of 6.9 s.
 */
setFlagsFromString('--wasm-tiering-budget=18000000');

const { weights, wasm } = workerData as Files;
let loading: Promise<Silero> | undefined;

answerQuestions<SpeechDetectorTalk>(async (pieces) => {
  loading ??= Silero.load(readFileSync(weights), readFileSync(wasm));
  return (await loading).score(pieces);
});
