import { cpus } from 'node:os';
import { join } from 'node:path';
import { framesOf } from '../media/mixes/framesOf';
import { SAMPLE_RATE } from '../media/mixes/SoundLevels';
import { concatenate } from '../media/concatenate';
import { appRoot } from '../system/appRoot';
import { runTool } from '../system/runTool';
import { AppError } from '../../shared/model/errors';
import type { ResolvedModel } from './models/resolveModel';
import { NativeTranscriber } from './native/NativeTranscriber';
import { physicalCores } from './native/physicalCores';
import { BEAM_WIDTH } from './settingsOf';

/** Seconds of speech: the length of a window, since Whisper works on windows. */
const SPEECH_SECONDS = 29;
const CPU = 'cpu';

export interface DeviceSpeed {
  name: string;
  description: string;
  /** Seconds that it took; null when it could not be used. */
  took: number | null;
}

/**
 * Measures how fast a model recognises speech here. It hears the beginning of the demo's recording, on the processor
 * and on each graphics processor that this build has a library for.
 * @throws {AppError} `TRANSCRIBER_MISSING`, `MODEL_INVALID`, `OUT_OF_MEMORY`, `TRANSCRIBER_KILLED`, `TRANSCRIBER_FAILED`,
 * `TOOL_MISSING`, `TOOL_FAILED`, `CANCELLED`.
 */
export async function testModel(
  model: ResolvedModel,
  signal?: AbortSignal,
): Promise<{ seconds: number; devices: DeviceSpeed[] }> {
  const samples = await demoSpeech(signal);
  const native = await start(model, CPU, signal);
  const { devices: found } = await native.ready;
  const devices: DeviceSpeed[] = [
    { name: CPU, description: cpus()[0]?.model.trim() ?? '', took: await time(native, samples) },
  ];
  for (const device of found)
    devices.push({ ...device, took: await tryDevice(model, device, samples, signal) });
  return { seconds: samples.length / SAMPLE_RATE, devices };
}

async function tryDevice(
  model: ResolvedModel,
  { name }: { name: string },
  samples: Float32Array,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  try {
    const native = await start(model, name, signal);
    const { deviceFailed } = await native.ready;
    if (!deviceFailed) return await time(native, samples, { warm: true });
    native.kill();
    return null;
  } catch (error) {
    // A driver's fault counts as a device that cannot be used; only a cancel is passed on.
    if (error instanceof AppError && error.code !== 'CANCELLED') return null;
    throw error;
  }
}

const start = (model: ResolvedModel, device: string, signal: AbortSignal | undefined) =>
  NativeTranscriber.start(
    { model: model.path, language: 'en', threads: physicalCores(), beam: BEAM_WIDTH, prompt: '', device },
    signal,
  );

/** @param warm true for a graphics processor, which first makes its programs ready, once for all windows. */
async function time(
  native: NativeTranscriber,
  samples: Float32Array,
  { warm = false } = {},
): Promise<number> {
  try {
    if (warm) await native.transcribe(samples.subarray(0, 2 * SAMPLE_RATE));
    const begun = performance.now();
    await native.transcribe(samples);
    const took = (performance.now() - begun) / 1000;
    await native.end();
    return took;
  } finally {
    native.kill();
  }
}

/** Decodes the demo's speech to mono floats at `SAMPLE_RATE`. */
async function demoSpeech(signal: AbortSignal | undefined): Promise<Float32Array> {
  // prettier-ignore
  const tool = runTool('ffmpeg', [
    '-nostdin', '-v', 'error', '-i', join(appRoot(), 'resources', 'demo', 'interview.mp4'),
    '-t', String(SPEECH_SECONDS), '-vn', '-ac', '1', '-ar', String(SAMPLE_RATE), '-f', 'f32le', 'pipe:1',
  ], { signal });
  const blocks: Float32Array[] = [];
  for await (const block of framesOf(tool.stdout, 1)) blocks.push(block);
  await tool.done;
  return concatenate(blocks);
}
