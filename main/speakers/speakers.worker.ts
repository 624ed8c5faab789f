import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, toAppErrorShape } from '../../shared/model/errors';
import { OwnVoiceModel } from './OwnVoiceModel';
import { tellVoicesApart, windowsOf } from './tellVoicesApart';
import { HOP_SAMPLES, SAMPLE_RATE, VoiceFrames } from './VoiceFrames';
import { VoicePlaces } from './VoicePlaces';
import type { VoiceAnswer, VoiceQuestion, VoiceTask } from './VoiceThread';

// Nothing here asks for anything from elsewhere; what could is taken away all the same.
for (const way of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
  Reflect.deleteProperty(globalThis, way);

const { samples, speech, people, known, model } = workerData as VoiceTask;
const frames = new VoiceFrames(samples, spokenIn());
let loading: Promise<VoicePlaces> | undefined;

parentPort?.on('message', ({ sound }: VoiceQuestion) => {
  void answer(sound).then((told) => parentPort?.postMessage(told));
});

async function answer(sound: Float32Array | null): Promise<VoiceAnswer> {
  try {
    const places = await placed(sound);
    if (!sound) return { voices: tellVoicesApart(frames, speech, people, known, places) };
    frames.push(sound);
    return { taken: true };
  } catch (error) {
    return error instanceof AppError ? { error: toAppErrorShape(error) } : { failure: String(error) };
  }
}

/** Where windows lie by a model of one's own, where there is one. */
async function placed(sound: Float32Array | null): Promise<readonly Float64Array[] | undefined> {
  if (!model) return undefined;
  loading ??= OwnVoiceModel.load(model.file, readFileSync(model.wasm)).then(
    (loaded) => new VoicePlaces(loaded, windowsOf(speech, frames.count)),
  );
  const places = await loading;
  await places.push(sound);
  return places.places;
}

/** Whether anybody speaks in a frame; asked for in their order. */
function spokenIn(): (frame: number) => boolean {
  let at = 0;
  return (frame) => {
    const seconds = (frame * HOP_SAMPLES) / SAMPLE_RATE;
    while (at < speech.length && (speech[at]?.to ?? 0) < seconds) at++;
    return (speech[at]?.from ?? Infinity) <= seconds + HOP_SAMPLES / SAMPLE_RATE;
  };
}
