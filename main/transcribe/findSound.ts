import type { Progress } from '../../shared/contract/envelope';
import type { MixStretch, TranscriptionSettings } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { listenForSpeech } from '../media/mixes/listenForSpeech';
import { ProgressMeter } from '../system/ProgressMeter';
import { sideBySide } from '../system/sideBySide';
import type { Vault } from '../vault/Vault';
import { findWindows, spansOf, type WindowLimits } from './windows/findWindows';
import { pausesInSpeech } from './windows/pausesInSpeech';
import { SoundMap } from './windows/SoundMap';

/** A speech detector's answer about a recording; times are seconds. */
export interface PossibleSpeech {
  /** Stretches in which somebody may speak; nobody speaks anywhere else. */
  possible: readonly Span[];
  /** Returns how likely somebody speaks at a time, 0 to 1. */
  likelihood: (seconds: number) => number;
}

/**
 * Listens for speech and keeps in the document where it is; null when that cannot be done here. Without this function
 * or its answer, no pause is skipped.
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
  /** Tells how much of a stretch (seconds) is sound, 0 to 1. */
  map: SoundMap;
  mixes: MixStretch[];
  /** The windows that the recogniser is sent, and the pauses that it is not sent, in seconds. */
  windows: Span[];
  skipped: Span[];
}

/**
 * Most seconds of a window when several languages are spoken. Each window is in one of them, and one as short as an
 * answer seldom mixes two. It is no shorter, since the recogniser takes as long for a short window as for a long one.
 */
const ONE_LANGUAGE = { longestSent: 12 };

/**
 * Listens to the whole recording to find what is sent to the recogniser.
 * @throws {AppError} as `listenForSpeech` and what hears speech.
 */
export async function findSound(
  vault: Vault,
  { languages }: Pick<TranscriptionSettings, 'languages'>,
  { limits, hearSpeech, signal, onProgress }: FindSoundOptions,
): Promise<FoundSound> {
  const duration = vault.document.media?.duration ?? 0;
  const meter = new ProgressMeter('listen', 'seconds', duration, onProgress);
  // The detector has a thread of its own. Its progress is told when the levels are known: one stage after the other.
  let isListening = true;
  const [{ mixes, levels }, heard] = await sideBySide(
    signal,
    async (stop) => {
      const onSeconds = (done: number) => meter.report(done);
      const listened = await listenForSpeech(vault, { signal: stop, onSeconds });
      meter.report(duration);
      isListening = false;
      return listened;
    },
    async (stop) => {
      const onHeard = (progress: Progress) => !isListening && onProgress?.(progress);
      return (await hearSpeech?.(vault, { signal: stop, onProgress: onHeard })) ?? null;
    },
  );
  const map = new SoundMap(levels);
  const pauses = pausesInSpeech(map, heard?.possible ?? null);
  const moments = { levels, likelihood: heard?.likelihood };
  const windows = findWindows(moments, pauses, { ...(languages && ONE_LANGUAGE), ...limits });
  return { map, mixes, windows, skipped: spansOf(pauses.skipped) };
}
