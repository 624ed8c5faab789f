import type { MixStretch } from '../../../shared/document/document';
import { SingleFlight } from '../../system/SingleFlight';
import type { Vault } from '../../vault/Vault';
import { decodeSound, soundShape } from '../decodeSound';
import { mediaMissing } from '../mediaErrors';
import { chooseMixes } from './chooseMixes';
import { framesOf } from './framesOf';
import { sumMix } from './Mix';
import { MixLevels } from './MixLevels';
import { SAMPLE_RATE, SoundLevels } from './SoundLevels';
import { speechSound } from './speechSound';

export interface SpeechSound {
  /** The mixes of channels that carry the speech, each with its start; `speechSound` takes them. */
  mixes: MixStretch[];
  /** Loudness of these mixes. */
  levels: SoundLevels;
}

export interface ListenOptions {
  signal?: AbortSignal | undefined;
  /** Called with the seconds that were listened to so far. */
  onSeconds?: ((seconds: number) => void) | undefined;
}

interface Heard {
  media: string;
  /** True when the mixes were chosen here, and not given by a transcription. */
  chosen: boolean;
  /** The mixes as JSON; null until the recording has been listened to. */
  mixes: string | null;
}

/** The recording and mixes that the flight of each project is about. */
const known = new WeakMap<Vault, Heard>();
const flights = new SingleFlight<Vault, SpeechSound>();

/**
 * Listens to the whole recording, once while a project is open, and finds the mixes that carry its speech and how loud
 * they are. Mixes that a transcription has noted are not chosen again, so that it goes on with those it began with.
 * @throws {AppError} as `decodeSound`.
 */
export async function listenForSpeech(vault: Vault, options: ListenOptions = {}): Promise<SpeechSound> {
  const media = JSON.stringify(vault.document.media);
  const begun = begunWith(vault);
  const before = known.get(vault);
  const holds = before?.media === media && (begun ? before.mixes === JSON.stringify(begun) : before.chosen);
  if (!holds) flights.forget(vault);
  const entry = holds ? before : { media, chosen: begun === null, mixes: null };
  known.set(vault, entry);
  const work = (signal: AbortSignal) => listen(vault, begun, { ...options, signal });
  const heard = await flights.run(vault, work, options.signal);
  entry.mixes = JSON.stringify(heard.mixes);
  return heard;
}

/** Returns the mixes that a transcription began with. One from the time before mixes were chosen heard the sum. */
function begunWith({ document: { media, transcription } }: Vault): MixStretch[] | null {
  if (!media) throw mediaMissing();
  return transcription && (transcription.mixes ?? plainSum(soundShape(media).channels));
}

const plainSum = (channels: number): MixStretch[] => [{ from: 0, weights: [...sumMix(channels).weights] }];

async function listen(
  vault: Vault,
  begun: MixStretch[] | null,
  options: ListenOptions,
): Promise<SpeechSound> {
  if (begun) return { mixes: begun, levels: await levelsOf(vault, begun, options) };
  const { signal, onSeconds } = options;
  const { stream, channels } = decodeSound(vault, { sampleRate: SAMPLE_RATE, signal });
  const meter = new MixLevels(channels);
  let frames = 0;
  for await (const samples of framesOf(stream, channels)) {
    meter.push(samples);
    frames += samples.length / channels;
    onSeconds?.(frames / SAMPLE_RATE);
  }
  const all = meter.end();
  const mixes = chooseMixes(all);
  const [only, ...more] = mixes;
  const one = all.find(({ mix }) => mix.weights.join() === only?.weights.join());
  // Where the mix changes, the fade from one into the next is measured as it will be heard.
  return { mixes, levels: more.length === 0 && one ? one.levels : await levelsOf(vault, mixes, { signal }) };
}

async function levelsOf(
  vault: Vault,
  mixes: readonly MixStretch[],
  { signal, onSeconds }: ListenOptions,
): Promise<SoundLevels> {
  const levels = new SoundLevels();
  for await (const samples of framesOf(speechSound(vault, mixes, { signal }), 1)) {
    levels.push(samples);
    onSeconds?.(levels.seconds);
  }
  levels.end();
  return levels;
}
