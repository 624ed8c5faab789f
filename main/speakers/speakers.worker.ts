import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../system/threads/answerQuestions';
import { OwnVoiceModel } from './OwnVoiceModel';
import { tellVoicesApart, windowsOf } from './tellVoicesApart';
import { HOP_SAMPLES, SAMPLE_RATE, VoiceFrames } from './VoiceFrames';
import { VoicePlaces } from './VoicePlaces';
import type { VoiceTalk, VoiceTask } from './tellInThread';

const { samples, speech, people, known, model } = workerData as VoiceTask;
const frames = new VoiceFrames(samples, spokenIn());
let loading: Promise<VoicePlaces> | undefined;

answerQuestions<VoiceTalk>(async (sound) => {
  const places = await placed(sound);
  if (!sound) return tellVoicesApart(frames, speech, people, known, places);
  frames.push(sound);
  return null;
});

/** Places windows by a model of one's own, if there is one. */
async function placed(sound: Float32Array | null): Promise<readonly Float64Array[] | undefined> {
  if (!model) return undefined;
  loading ??= OwnVoiceModel.load(model.file, readFileSync(model.wasm)).then(
    (loaded) => new VoicePlaces(loaded, windowsOf(speech, frames.count)),
  );
  const places = await loading;
  await places.push(sound);
  return places.places;
}

/** Returns a function that tells whether anybody speaks in a frame; it must be asked in the order of the frames. */
function spokenIn(): (frame: number) => boolean {
  let at = 0;
  return (frame) => {
    const seconds = (frame * HOP_SAMPLES) / SAMPLE_RATE;
    while (at < speech.length && (speech[at]?.to ?? 0) < seconds) at++;
    return (speech[at]?.from ?? Infinity) <= seconds + HOP_SAMPLES / SAMPLE_RATE;
  };
}
