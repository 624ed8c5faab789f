import type { Progress } from '../../shared/contract/envelope';
import type { MixStretch, TranscriptionSettings } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { listenForSpeech } from '../media/mixes/listenForSpeech';
import { ProgressMeter } from '../system/ProgressMeter';
import type { Vault } from '../vault/Vault';
import { findWindows, spansOf, type WindowLimits } from './windows/findWindows';
import { pausesInSpeech } from './windows/pausesInSpeech';
import { SoundMap } from './windows/SoundMap';

/** What a detector of speech tells of a recording; times are seconds. */
export interface PossibleSpeech {
  /** Where somebody may speak: nobody does anywhere else. */
  possible: readonly Span[];
  /** How likely somebody speaks at a time, 0 to 1. */
  likelihood: (seconds: number) => number;
}

/**
 * Listens for speech, and keeps in the document where it is; null where that cannot be done here. Without it, or what it
 * tells, no pause is skipped.
 */
export type HearsSpeech = (vault: Vault, options: ListenOptions) => Promise<PossibleSpeech | null>;

interface ListenOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

export interface FindSoundOptions extends ListenOptions {
  limits?: Partial<WindowLimits> | undefined;
  hearSpeech?: HearsSpeech | undefined;
}

export interface FoundSound {
  /** How much of a stretch (seconds) is sound, 0 to 1. */
  map: SoundMap;
  mixes: MixStretch[];
  /** Seconds: what the recogniser is sent at once, and what of it is not sent. */
  windows: Span[];
  skipped: Span[];
}

/**
 * Where several languages are spoken a window is in one of them: one as short as an answer is mixed seldom. Seconds; the
 * recogniser takes as long for a short window as for a long one.
 */
const ONE_LANGUAGE = { longestSent: 12 };

/**
 * Listens to the whole recording for what is to be sent to the recogniser.
 * @throws {AppError} as `listenForSpeech` and what hears speech.
 */
export async function findSound(
  vault: Vault,
  { languages }: Pick<TranscriptionSettings, 'languages'>,
  { limits, hearSpeech, signal, onProgress }: FindSoundOptions,
): Promise<FoundSound> {
  const duration = vault.document.media?.duration ?? 0;
  const meter = new ProgressMeter('listen', 'seconds', duration, onProgress);
  const { mixes, levels } = await listenForSpeech(vault, { signal, onSeconds: (done) => meter.report(done) });
  meter.report(duration);
  const map = new SoundMap(levels);
  const heard = (await hearSpeech?.(vault, { signal, onProgress })) ?? null;
  const pauses = pausesInSpeech(map, heard?.possible ?? null);
  const moments = { levels, likelihood: heard?.likelihood };
  const windows = findWindows(moments, pauses, { ...(languages && ONE_LANGUAGE), ...limits });
  return { map, mixes, windows, skipped: spansOf(pauses.skipped) };
}
