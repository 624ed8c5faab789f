import { parentPort, workerData } from 'node:worker_threads';
import { tellVoicesApart } from './tellVoicesApart';
import { HOP_SAMPLES, SAMPLE_RATE, VoiceFrames } from './VoiceFrames';
import type { VoiceAnswer, VoiceQuestion, VoiceTask } from './VoiceThread';

const { samples, speech, people, known } = workerData as VoiceTask;
const frames = new VoiceFrames(samples, spokenIn());

parentPort?.on('message', ({ sound }: VoiceQuestion) => {
  parentPort?.postMessage(answer(sound));
});

function answer(sound: Float32Array | null): VoiceAnswer {
  try {
    if (!sound) return { voices: tellVoicesApart(frames, speech, people, known) };
    frames.push(sound);
    return { taken: true };
  } catch (error) {
    return { failure: String(error) };
  }
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
