import type { Readable } from 'node:stream';
import type { Progress } from '../../shared/contract/envelope';
import { AppError } from '../../shared/model/errors';
import type { ProjectDocument, Transcription, TranscriptionSettings } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import type { Word } from '../../shared/model/word';
import { listenForSpeech } from '../media/mixes/listenForSpeech';
import { speechSound } from '../media/mixes/speechSound';
import { ProgressMeter } from '../system/ProgressMeter';
import type { Vault } from '../vault/Vault';
import { findWindows, partsOf, spansOf, type WindowLimits } from './windows/findWindows';
import { flagLoops } from './words/flagLoops';
import { isGlued } from '../../shared/text/splitWords';
import { isSaid, SPOKEN_SHARE } from './words/isSaid';
import { joinTokens } from './words/joinTokens';
import { markParagraphs } from '../../shared/text/markParagraphs';
import type { NativeResult } from './native/nativeEvents';
import { NativeTranscriber } from './native/NativeTranscriber';
import { physicalCores } from './native/physicalCores';
import { pausesByLoudness } from './windows/pausesByLoudness';
import { pausesInSpeech } from './windows/pausesInSpeech';
import { placeWords } from './words/placeWords';
import { readWindows } from './windows/readWindows';
import { resolveModel, type ResolvedModel } from './models/resolveModel';
import { skippedPauses } from '../../shared/plan/skippedPauses';
import { SoundMap } from './windows/SoundMap';
import { tidyTimes } from './words/tidyTimes';

/** What a detector of speech tells of a recording; times are seconds. */
export interface PossibleSpeech {
  /** Where somebody may speak: nobody does anywhere else. */
  possible: readonly Span[];
  /** How likely somebody speaks at a time, 0 to 1. */
  likelihood: (seconds: number) => number;
}

export interface TranscribeOptions {
  /** A published model's name, `demo`, or a file. */
  model: string;
  /** A code such as `en`, or `auto`, which is the default. */
  language?: string | undefined;
  /** By default one for each physical core. */
  threads?: number | undefined;
  /** Names and words to expect. */
  prompt?: string | undefined;
  /** Hypotheses followed at once; 1 is fastest. */
  beam?: number | undefined;
  limits?: Partial<WindowLimits> | undefined;
  /**
   * Listens for speech, and keeps in the document where it is; null where that cannot be done here. Without it, or what it
   * tells, no pause is skipped.
   */
  hearSpeech?: ((vault: Vault, options: ListenOptions) => Promise<PossibleSpeech | null>) | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

interface ListenOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

export interface TranscribeResult {
  words: number;
  windows: number;
  language: string;
  flagged: { loop: number; silence: number };
  /** Pauses that were not sent, and their seconds; null where it is not known where somebody speaks, and all was sent. */
  skipped: { count: number; seconds: number } | null;
}

const BEAM_WIDTH = 5;

/**
 * Turns the sealed recording into words. Each finished window is on the disk before the next begins; a later call
 * with the same settings goes on behind the last one and comes to the same words. A recording in which nothing is
 * said has no words.
 * @throws {AppError} `MEDIA_MISSING`, `MODEL_MISSING`, `MODEL_INVALID`, `MODEL_TRUNCATED`, `MODEL_DIFFERENT` (begun
 * with other settings), `USAGE`, `OUT_OF_MEMORY`, `TRANSCRIBER_MISSING`, `TRANSCRIBER_KILLED`, `TRANSCRIBER_FAILED`,
 * `PROJECT_DAMAGED`, `DISK_FULL`, `CANCELLED`.
 */
export async function transcribe(vault: Vault, options: TranscribeOptions): Promise<TranscribeResult> {
  const { signal } = options;
  requireNothingToLose(vault.document);
  const model = await resolveModel(options.model, signal);
  const settings = settingsOf(model, options);
  requireSame(vault.document.transcription, settings);
  if (isFinished(vault.document.transcription)) return summary(vault.document);

  const surveyed = await survey(vault, settings, options);
  if (!isFinished(vault.document.transcription)) await recognise(vault, surveyed, model, options);
  return summary(vault.document);
}

function requireNothingToLose({ words, transcription }: ProjectDocument): void {
  if (words.length === 0 || transcription !== null) return;
  throw new AppError(
    'USAGE',
    'The project has a transcript that came from elsewhere, and transcribing would replace it.',
    'Make a new project from the recording to transcribe it.',
  );
}

function settingsOf(model: ResolvedModel, options: TranscribeOptions): TranscriptionSettings {
  const language = (options.language ?? (model.facts.multilingual ? 'auto' : 'en')).toLowerCase();
  if (!model.facts.multilingual && language !== 'en' && language !== 'auto') {
    throw new AppError(
      'USAGE',
      'This model knows English only.',
      'Choose a model without .en in its name, or the language en.',
    );
  }
  return {
    model: { name: model.name, sha256: model.sha256 },
    language: model.facts.multilingual ? language : 'en',
    beam: options.beam ?? BEAM_WIDTH,
    prompt: options.prompt?.trim() ?? '',
  };
}

function requireSame(begun: Transcription | null, wanted: TranscriptionSettings): void {
  if (!begun) return;
  const { model, ...rest } = begun.settings;
  const { model: wantedModel, ...wantedRest } = wanted;
  const same = model.sha256 === wantedModel.sha256 && JSON.stringify(rest) === JSON.stringify(wantedRest);
  if (same) return;
  throw new AppError(
    'MODEL_DIFFERENT',
    'The transcription was begun with another model or other settings.',
    'Go on with the same ones, or make a new project to begin again.',
  );
}

const isFinished = (transcription: Transcription | null): boolean =>
  transcription !== null && transcription.finished === transcription.windows.length;

interface Survey {
  /** The pauses (seconds) that are not sent. */
  skipped: readonly Span[];
  /** How much of a stretch (seconds) is sound, 0 to 1. */
  map: SoundMap;
}

/**
 * Listens to the whole recording and, the first time, writes down its windows and the pauses that are skipped. What an
 * earlier version began goes on with the pauses that it found.
 */
async function survey(
  vault: Vault,
  settings: TranscriptionSettings,
  { limits, hearSpeech, signal, onProgress }: TranscribeOptions,
): Promise<Survey> {
  const duration = vault.document.media?.duration ?? 0;
  const meter = new ProgressMeter('listen', 'seconds', duration, onProgress);
  const { mixes, levels } = await listenForSpeech(vault, { signal, onSeconds: (done) => meter.report(done) });
  meter.report(duration);
  const map = new SoundMap(levels);
  const { transcription: begun, speech: known } = vault.document;
  const heard = begun && known ? null : ((await hearSpeech?.(vault, { signal, onProgress })) ?? null);
  if (begun) return { map, skipped: begun.skipped ?? spansOf(pausesByLoudness(map).skipped) };
  const pauses = pausesInSpeech(map, heard?.possible ?? null);
  const windows = findWindows({ levels, likelihood: heard?.likelihood }, pauses, limits);
  const skipped = spansOf(pauses.skipped);
  const transcription = { settings, windows, finished: 0, mixes, skipped };
  const { language, words, speakers } = vault.document;
  vault.execute({
    label: 'Transcribe',
    steps: [{ type: 'setTranscript', language, words, speakers, transcription }],
  });
  return { map, skipped };
}

async function recognise(
  vault: Vault,
  surveyed: Survey,
  model: ResolvedModel,
  options: TranscribeOptions,
): Promise<void> {
  const { transcription } = vault.document;
  if (!transcription) throw new Error('there is nothing to recognise');
  const { settings, windows, finished } = transcription;
  const waiting = windows.slice(finished);
  const from = waiting[0]?.from ?? 0;
  const { signal } = options;
  const { mixes } = await listenForSpeech(vault, { signal });
  const sound = speechSound(vault, mixes, { from, signal });
  try {
    const language = transcription.language ?? settings.language;
    const { beam, prompt } = settings;
    const share = shareThreads(options.threads ?? physicalCores(), model);
    const native = await NativeTranscriber.start(
      { model: model.path, language, beam, prompt, ...share },
      signal,
    );
    try {
      const detecting = language === 'auto';
      await hear(vault, native, sound, {
        ...share,
        surveyed,
        waiting,
        detecting,
        onProgress: options.onProgress,
      });
      await native.end();
    } finally {
      native.kill();
    }
  } finally {
    sound.destroy();
  }
}

interface Hearing {
  surveyed: Survey;
  /** The windows that are not finished. */
  waiting: readonly Span[];
  /** How many windows are worked on at once. */
  atOnce: number;
  /** The first window tells the language of all. */
  detecting: boolean;
  onProgress: TranscribeOptions['onProgress'];
}

async function hear(
  vault: Vault,
  native: NativeTranscriber,
  sound: Readable,
  { surveyed, waiting, atOnce, detecting, onProgress }: Hearing,
): Promise<void> {
  const begun = vault.document.transcription?.finished ?? 0;
  let finished = waiting[0]?.from ?? 0;
  const duration = vault.document.media?.duration ?? finished;
  const meter = new ProgressMeter('transcribe', 'seconds', duration, onProgress, finished);
  const parts = partsOf(waiting, surveyed.skipped);
  const samples = readWindows(sound, finished, parts);
  const sent: SentWindow[] = [];
  const report = () => meter.report(sent.reduce((sum, { done }) => sum + done, finished));
  report();
  for (const [i, window] of waiting.entries()) {
    // Beside those that are worked on one lies ready, and no more is in memory.
    const waits = detecting && i === 0;
    while (sent.length < (waits ? 1 : atOnce + 1)) {
      const next = await samples.next();
      if (next.done) break;
      sent.push(send(native, next.value, worksAlone(vault.document, sent.length, atOnce), report));
    }
    const first = sent[0];
    if (!first) throw new Error('a window has no sound');
    const heard = await first.heard;
    requireNext(vault.document, begun + i);
    commit(vault, surveyed.map, parts[i] ?? [], heard);
    sent.shift();
    finished = window.to;
    report();
  }
  meter.report(duration);
}

/**
 * Whether nothing is worked on beside a window: the first when it tells the language, and a last one without a pair.
 * What is heard depends a little on the threads, so this must be the same when a transcription is resumed: it looks at
 * all windows and not at those that wait.
 * @param i counted from the first that is not finished.
 */
function worksAlone({ transcription }: ProjectDocument, i: number, atOnce: number): boolean {
  if (!transcription) return true;
  const { windows, settings } = transcription;
  const first = settings.language === 'auto' ? 1 : 0;
  const at = transcription.finished + i;
  return at < first || (at === windows.length - 1 && (at - first) % atOnce === 0);
}

interface SentWindow {
  heard: Promise<NativeResult>;
  /** Seconds */
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
  // It is awaited in its turn, and what went wrong with it is told then.
  heard.catch(() => undefined);
  const window = { heard, done: 0 };
  return window;
}

/**
 * Two windows at once, each with half of the threads, are done sooner than one after the other with all of them; one
 * that is alone gets them all. The second takes memory of its own: with the large models, of 32 layers, a gigabyte.
 */
function shareThreads(threads: number, { facts }: ResolvedModel): { threads: number; atOnce: number } {
  const atOnce = threads > 1 && facts.encoderLayers < 32 ? 2 : 1;
  return { threads: Math.floor(threads / atOnce), atOnce };
}

/** Somebody may have undone the beginning of it all meanwhile. */
function requireNext({ transcription }: ProjectDocument, window: number): void {
  if (transcription?.finished === window) return;
  throw new AppError('CANCELLED', 'The transcription was undone.', 'Redo it to go on, or begin it anew.');
}

/** Puts what was heard in a window behind the words that are there, durably. */
function commit(vault: Vault, map: SoundMap, parts: readonly Span[], heard: NativeResult): void {
  const { document } = vault;
  const language = heard.language ?? knownLanguage(document);
  const length = parts.reduce((sum, part) => sum + part.to - part.from, 0);
  const spoken = placeWords(tidyTimes(joinTokens(heard.segments, language), length), parts);
  const loops = flagLoops(spoken.map(({ text }) => text));
  const { speech } = document;
  const paragraphs = markParagraphs(spoken, lastParagraph(document.words), speech);
  const words = spoken.map(({ text, start, end, confidence, ...more }, i): Word => {
    const flags: NonNullable<Word['flags']> = [];
    if (loops[i]) flags.push('loop');
    // Without a detector it is seldom wrong that nobody speaks where hardly anything is sound.
    const said = speech ? isSaid(speech, { start, end }) : map.share(start, end) >= SPOKEN_SHARE;
    if (!said) flags.push('silence');
    const before = i === 0 ? document.words.at(-1) : undefined;
    const glued = (more.glued ?? (before !== undefined && isGlued(before.text, text))) && !paragraphs[i];
    return {
      id: `w${document.nextId + i}`,
      text,
      start,
      end,
      confidence,
      ...(flags.length > 0 && { flags }),
      ...(glued && { glued }),
      ...(paragraphs[i] && { paragraph: true }),
    };
  });
  // Not for undo: that is for what a person did last, and a window that was taken away would never be heard again.
  vault.amend({
    label: 'Transcribe',
    steps: [
      { type: 'addWindow', words, language },
      { type: 'setNextId', nextId: document.nextId + words.length },
    ],
  });
}

function knownLanguage({ transcription, language }: ProjectDocument): string {
  const asked = transcription?.settings.language;
  return transcription?.language ?? (asked === undefined || asked === 'auto' ? language : asked);
}

function lastParagraph(words: readonly Word[]): { text: string; start: number; end: number }[] {
  const first = words.findLastIndex((word) => word.paragraph === true);
  return words
    .slice(Math.max(0, first))
    .map(({ text, start, end }) => ({ text, start: start ?? 0, end: end ?? 0 }));
}

function summary(document: ProjectDocument): TranscribeResult {
  const { words, transcription, language, speech } = document;
  const skipped = skippedPauses(document);
  const flagged = (flag: 'loop' | 'silence') => words.filter((word) => word.flags?.includes(flag)).length;
  return {
    words: words.length,
    windows: transcription?.windows.length ?? 0,
    language: transcription?.language ?? language,
    flagged: { loop: flagged('loop'), silence: flagged('silence') },
    skipped: speech && { count: skipped.length, seconds: Math.round(secondsOf(skipped) * 1000) / 1000 },
  };
}

const secondsOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);
