import type { Progress } from '../../shared/contract/envelope';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type {
  MixStretch,
  ProjectDocument,
  Transcription,
  TranscriptionSettings,
} from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { mainLanguage } from '../../shared/text/lineLanguage';
import { skippedPauses } from '../../shared/plan/skippedPauses';
import type { Vault } from '../vault/Vault';
import { findSound, type HearsSpeech } from './findSound';
import { resolveModel } from './models/resolveModel';
import type { NativeResult } from './native/nativeEvents';
import { recognise, type Work } from './recognise';
import { isSameSettings, namedLanguages, settingsOf, type RecogniserOptions } from './settingsOf';
import { spansOf, type WindowLimits } from './windows/findWindows';
import { pausesByLoudness } from './windows/pausesByLoudness';
import type { SoundMap } from './windows/SoundMap';
import { SPOKEN_SHARE } from './words/isSaid';
import { writeWords } from './words/writeWords';
import { secondsOf } from '../../shared/model/spans';

export interface TranscribeOptions extends RecogniserOptions {
  /** A published model's name, `demo`, or a file. */
  model: string;
  /** By default one for each physical core. */
  threads?: number | undefined;
  limits?: Partial<WindowLimits> | undefined;
  hearSpeech?: HearsSpeech | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

export interface TranscribeResult {
  words: number;
  windows: number;
  language: string;
  flagged: { loop: number; silence: number };
  /** Pauses that were not sent, and their seconds; null when it is not known where somebody speaks, so all was sent. */
  skipped: { count: number; seconds: number } | null;
  /** True when there is a graphics processor that could not be used, so that the processor did the work. */
  graphicsFailed?: true;
}

/**
 * Turns the sealed recording into words. Each finished window is on the disk before the next begins; a later call
 * with the same settings goes on after the last one and gives the same words. A recording in which nothing is said
 * gets no words.
 * @throws {AppError} `MEDIA_MISSING`, `MODEL_MISSING`, `MODEL_INVALID`, `MODEL_TRUNCATED`, `MODEL_DIFFERENT` (begun
 * with other settings), `USAGE`, `OUT_OF_MEMORY`, `TRANSCRIBER_MISSING`, `TRANSCRIBER_KILLED`, `TRANSCRIBER_FAILED`,
 * `PROJECT_DAMAGED`, `DISK_FULL`, `CANCELLED`.
 */
export async function transcribe(vault: Vault, options: TranscribeOptions): Promise<TranscribeResult> {
  const { signal } = options;
  requireNothingToLose(vault.document);
  const model = await resolveModel(options.model, signal);
  const settings = settingsOf(model, namedLanguages(vault.document, options));
  requireSame(vault.document.transcription, settings);
  if (isFinished(vault.document.transcription)) return summary(vault.document);

  const asked = { settings, language: vault.document.transcription?.language };
  const find = async (stop: AbortSignal) => {
    const surveyed = await survey(vault, settings, { ...options, signal: stop });
    return isFinished(vault.document.transcription) ? null : workOf(vault, surveyed);
  };
  const { graphicsFailed } = await recognise(vault, asked, model, find, options);
  return { ...summary(vault.document), ...(graphicsFailed && { graphicsFailed }) };
}

function requireNothingToLose({ words, transcription }: ProjectDocument): void {
  if (words.length === 0 || transcription !== null) return;
  throw new AppError(
    'USAGE',
    t('The interview has a transcript that came from elsewhere, and transcribing would replace it.'),
    t('Have it heard again: what is heard is shown beside the transcript before it is taken.'),
  );
}

function requireSame(begun: Transcription | null, wanted: TranscriptionSettings): void {
  if (!begun || isSameSettings(begun.settings, wanted)) return;
  throw new AppError(
    'MODEL_DIFFERENT',
    t('The transcription was begun with another model or other settings.'),
    t('Go on with the same ones, or make a new interview to begin again.'),
  );
}

const isFinished = (transcription: Transcription | null): boolean =>
  transcription !== null && transcription.finished === transcription.windows.length;

interface Survey {
  /** The pauses (seconds) that are not sent. */
  skipped: readonly Span[];
  /** Tells how much of a stretch (seconds) is sound, 0 to 1. */
  map: SoundMap;
  mixes: readonly MixStretch[];
}

/**
 * Listens to the whole recording and, the first time, writes down its windows and the pauses that are skipped. A
 * transcription that an earlier version began goes on with the pauses that this version found.
 */
async function survey(
  vault: Vault,
  settings: TranscriptionSettings,
  options: TranscribeOptions,
): Promise<Survey> {
  const { transcription: begun, speech: known } = vault.document;
  const hearsSpeech = begun && known ? undefined : options.hearSpeech;
  const found = await findSound(vault, settings, { ...options, hearSpeech: hearsSpeech });
  const { map, mixes, windows, skipped } = found;
  if (begun) return { map, mixes, skipped: begun.skipped ?? spansOf(pausesByLoudness(map).skipped) };
  const transcription = { settings, windows, finished: 0, mixes, skipped };
  const { language, words, speakers } = vault.document;
  vault.execute({
    label: 'Transcribe',
    steps: [{ type: 'setTranscript', language, words, speakers, transcription }],
  });
  return { map, mixes, skipped };
}

/** Makes the work of a document's transcription; what is heard is put after its words, durably. */
function workOf(vault: Vault, { map, mixes, skipped }: Survey): Work {
  const { transcription, media } = vault.document;
  if (!transcription) throw new Error('there is nothing to recognise');
  const { settings, windows, finished, language } = transcription;
  return {
    settings,
    windows,
    finished,
    skipped,
    mixes,
    language,
    span: { from: 0, to: media?.duration ?? 0 },
    keep: (window, parts, heard) => {
      requireNext(vault.document, window);
      commit(vault, map, parts, heard);
    },
  };
}

/** Requires that a window is the next one, since somebody may have undone the transcription meanwhile. */
function requireNext({ transcription }: ProjectDocument, window: number): void {
  if (transcription?.finished === window) return;
  throw new AppError(
    'CANCELLED',
    t('The transcription was undone.'),
    t('Redo it to go on, or begin it anew.'),
  );
}

/** Puts what was heard in a window after the words that are there, durably. */
function commit(vault: Vault, map: SoundMap, parts: readonly Span[], heard: NativeResult): void {
  const { document } = vault;
  const { speech, nextId, transcription } = document;
  const language = heard.language ?? knownLanguage(document);
  const words = writeWords(heard, {
    parts,
    language,
    keepLanguage: transcription?.settings.languages !== undefined,
    before: document.words,
    speech,
    isSound: ({ start, end }) => map.share(start, end) >= SPOKEN_SHARE,
    id: (i) => `w${nextId + i}`,
  });
  const main = mainLanguage([...document.words, ...words]) ?? language;
  // Undo does not see it: undo is for what a person did last, and a window taken away would never be heard again.
  vault.amend({
    label: 'Transcribe',
    steps: [
      { type: 'addWindow', words, language: main },
      { type: 'setNextId', nextId: nextId + words.length },
    ],
  });
}

function knownLanguage({ transcription, language }: ProjectDocument): string {
  const asked = transcription?.settings.language;
  return transcription?.language ?? (asked === undefined || asked === 'auto' ? language : asked);
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
