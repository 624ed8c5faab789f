import type { Readable } from 'node:stream';
import type { Progress } from '../../shared/contract/envelope';
import type { MixStretch, TranscriptionSettings } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { speechSound } from '../media/mixes/speechSound';
import { ProgressMeter } from '../system/ProgressMeter';
import type { Vault } from '../vault/Vault';
import type { ResolvedModel } from './models/resolveModel';
import type { NativeResult } from './native/nativeEvents';
import type { NativeTranscriber } from './native/NativeTranscriber';
import { physicalCores } from './native/physicalCores';
import { prepareAndTranscribe } from './native/withTranscriber';
import { partsOf } from './windows/findWindows';
import { hearEveryMix } from './windows/hearEveryMix';
import { readWindows } from './windows/readWindows';

/** What the recogniser is told before it hears anything. */
export interface Asked {
  settings: Pick<TranscriptionSettings, 'language' | 'languages' | 'beam' | 'prompt'>;
  /** The language that was detected before. */
  language: string | undefined;
}

/** The windows that are to be heard one by one; each is kept as soon as it is finished. */
export interface Work extends Asked {
  /** All windows (seconds), and how many of them were finished before. */
  windows: readonly Span[];
  finished: number;
  skipped: readonly Span[];
  /**
   * The mixes to hear. With `every`, each mix with something of its own is heard, and the one that says most is taken.
   */
  mixes: readonly MixStretch[] | 'every';
  /** Seconds over which progress is told. */
  span: Span;
  /** Keeps what was heard in a window. @throws {AppError} `CANCELLED` when there is nothing to keep it in any more. */
  keep: (window: number, parts: readonly Span[], heard: NativeResult) => void;
}

export interface RecogniseOptions {
  /** By default one for each physical core. */
  threads?: number | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Hears the windows that are not finished.
 * @param find finds the work while the model is loaded; null when there is nothing left to hear.
 * @returns true when there is a graphics processor that could not be used, so that the processor did the work.
 * @throws {AppError} as `NativeTranscriber.transcribe`, `speechSound`, `find` and `keep`.
 */
export async function recognise(
  vault: Vault,
  asked: Asked,
  model: ResolvedModel,
  find: (signal: AbortSignal) => Promise<Work | null>,
  { threads, signal, onProgress }: RecogniseOptions,
): Promise<{ graphicsFailed: boolean }> {
  const { languages, beam, prompt } = asked.settings;
  const language = languages ? 'auto' : (asked.language ?? asked.settings.language);
  const share = shareThreads(threads ?? physicalCores(), model);
  const started = { model: model.path, language, languages, beam, prompt, ...share };
  return prepareAndTranscribe(started, signal, find, async (native, work) => {
    if (work?.mixes === 'every') await hearThoroughly(vault, work, native, { signal, onProgress });
    else if (work) {
      const from = work.windows[work.finished]?.from ?? 0;
      const sound = speechSound(vault, work.mixes, { from, signal });
      try {
        await hear(work, native, sound, { ...share, detecting: language === 'auto', onProgress });
      } finally {
        sound.destroy();
      }
    }
    return { graphicsFailed: native.graphicsFailed };
  });
}

async function hearThoroughly(
  vault: Vault,
  { settings, windows, finished, language, span, keep }: Work,
  native: NativeTranscriber,
  { signal, onProgress }: RecogniseOptions,
): Promise<void> {
  const total = span.to - span.from;
  const meter = new ProgressMeter('transcribe', 'seconds', total, onProgress);
  for (const [i, window] of windows.entries()) {
    if (i < finished) continue;
    meter.report(Math.max(0, window.from - span.from));
    keep(i, [window], await hearEveryMix(vault, native, window, language ?? settings.language, signal));
  }
  meter.report(total);
}

interface Hearing {
  /** Number of windows that are worked on at once. */
  atOnce: number;
  /** True when nobody said which language it is. */
  detecting: boolean;
  onProgress: RecogniseOptions['onProgress'];
}

async function hear(
  work: Work,
  native: NativeTranscriber,
  sound: Readable,
  { atOnce, detecting, onProgress }: Hearing,
): Promise<void> {
  const { windows, skipped, finished: begun, span, settings, keep } = work;
  const waiting = windows.slice(begun);
  const total = span.to - span.from;
  let finished = Math.max(0, (waiting[0]?.from ?? 0) - span.from);
  const meter = new ProgressMeter('transcribe', 'seconds', total, onProgress, finished);
  const parts = partsOf(waiting, skipped);
  const samples = readWindows(sound, waiting[0]?.from ?? 0, parts);
  const sent: SentWindow[] = [];
  const report = () => meter.report(sent.reduce((sum, { done }) => sum + done, finished));
  report();
  for (const [i, window] of waiting.entries()) {
    // One window lies ready beside those in work, and memory holds no more. The first window tells the language of all.
    const waits = detecting && !settings.languages && i === 0;
    while (sent.length < (waits ? 1 : atOnce + 1)) {
      const next = await samples.next();
      if (next.done) break;
      sent.push(send(native, next.value, worksAlone(work, begun + i + sent.length, atOnce), report));
    }
    const first = sent[0];
    if (!first) throw new Error('a window has no sound');
    keep(begun + i, parts[i] ?? [], await first.heard);
    sent.shift();
    finished = window.to - span.from;
    report();
  }
  meter.report(total);
}

/**
 * Tells whether nothing is worked on beside a window. That is so for the first when it tells the language, and for a
 * last one without a pair. What is heard depends a little on the threads, so this must be the same when a transcription
 * is resumed: it looks at all windows and not at those that wait.
 */
function worksAlone({ windows, settings }: Work, at: number, atOnce: number): boolean {
  const first = settings.language === 'auto' && !settings.languages ? 1 : 0;
  return at < first || (at === windows.length - 1 && (at - first) % atOnce === 0);
}

interface SentWindow {
  heard: Promise<NativeResult>;
  /** Seconds of the window that are done. */
  done: number;
}

function send(
  native: NativeTranscriber,
  samples: Float32Array,
  alone: boolean,
  onProgress: () => void,
): SentWindow {
  const heard = native.transcribe(samples, {
    alone,
    onProgress: (done) => {
      window.done = done;
      onProgress();
    },
  });
  // The window is awaited in its turn, and its failure is thrown then.
  heard.catch(() => undefined);
  const window = { heard, done: 0 };
  return window;
}

/**
 * Shares the threads among windows. Two windows at once, each with half of the threads, are done sooner than one after
 * the other with all of them; one that is alone gets them all. The second takes memory of its own: a gigabyte with the
 * large models, of 32 layers, which therefore get one window at a time.
 */
function shareThreads(threads: number, { facts }: ResolvedModel): { threads: number; atOnce: number } {
  const atOnce = threads > 1 && facts.encoderLayers < 32 ? 2 : 1;
  return { threads: Math.floor(threads / atOnce), atOnce };
}
