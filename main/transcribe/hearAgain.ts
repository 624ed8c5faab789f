import type { Progress } from '../../shared/contract/envelope';
import type { Hearing, ProjectDocument, TranscriptionSettings } from '../../shared/document/document';
import { wholeWords } from '../../shared/edits/wholeWords';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { Span } from '../../shared/model/entity';
import { isTimed } from '../../shared/model/word';
import { transcribedUpTo } from '../../shared/plan/transcribedUpTo';
import { mainLanguage } from '../../shared/text/lineLanguage';
import { mediaMissing } from '../media/mediaErrors';
import { listenForSpeech } from '../media/mixes/listenForSpeech';
import { FRAME_SECONDS } from '../media/mixes/SoundLevels';
import type { Vault } from '../vault/Vault';
import { findSound, type HearsSpeech } from './findSound';
import { requireModel } from './models/requireModel';
import type { ResolvedModel } from './models/resolveModel';
import { recognise } from './recognise';
import { isSameSettings, namedLanguages, settingsOf, type RecogniserOptions } from './settingsOf';
import { codeFor, requireSpoken } from './spokenLanguage';
import { stretchWindows } from './windows/stretchWindows';
import { writeWords } from './words/writeWords';

export interface HearAgainOptions extends RecogniserOptions {
  /** Seconds; by default all of the recording. */
  stretch?: Span | undefined;
  /** A published model's name, `demo`, or a file; by default the one that transcribed the recording. */
  model?: string | undefined;
  threads?: number | undefined;
  hearSpeech?: HearsSpeech | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** Most seconds that are heard at once: usually, and when several languages are spoken. */
const LONGEST_SECONDS = 28;
const ONE_LANGUAGE_SECONDS = 12;

/**
 * Hears a stretch of the recording, or all of it, again and keeps what is heard in the project. Nothing in the
 * transcript changes until somebody takes it. Each finished window is on the disk before the next begins; a later call
 * for the same goes on after the last one.
 * @throws {AppError} `MEDIA_MISSING`, `MODEL_MISSING`, `MODEL_INVALID`, `MODEL_TRUNCATED`, `USAGE`, `TRANSCRIPT_NO_TIMES`,
 * `OUT_OF_MEMORY`, `TRANSCRIBER_MISSING`, `TRANSCRIBER_KILLED`, `TRANSCRIBER_FAILED`, `PROJECT_DAMAGED`, `DISK_FULL`,
 * `CANCELLED`.
 */
export async function hearAgain(vault: Vault, options: HearAgainOptions): Promise<void> {
  const { document } = vault;
  if (!document.media) throw mediaMissing();
  const span = spanOf(document, options.stretch);
  const model = await requireModel(document, options.model, options.signal);
  const settings = settingsOf(model, withDefaults(document, span, model, options));
  const of = options.stretch ? 'stretch' : 'all';
  if (!goesOn(document.hearing, { of, span, settings })) await begin(vault, { of, span, settings }, options);
  const { hearing } = vault.document;
  if (!hearing || hearing.finished === hearing.windows.length) return;
  try {
    await goOn(vault, hearing, model, options);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'CANCELLED')) throw error;
    if ((vault.document.hearing?.finished ?? 0) === 0) throw error;
    throw new AppError(
      'CANCELLED',
      t('It was stopped. What was heard so far is kept.'),
      t('Go on with the same settings, or take what was heard so far.'),
    );
  }
}

/** @throws {AppError} `USAGE`, `TRANSCRIPT_NO_TIMES`. */
function spanOf(document: ProjectDocument, stretch: Span | undefined): Span {
  const { media, words } = document;
  const duration = media?.duration ?? 0;
  if (!stretch) return { from: 0, to: duration };
  if (stretch.from >= duration) {
    throw new AppError(
      'USAGE',
      t('The stretch lies behind the end of the recording.'),
      t('Name times within the recording.'),
    );
  }
  if (!words.every(isTimed)) {
    throw new AppError(
      'TRANSCRIPT_NO_TIMES',
      t('The words of this transcript have no times, so it is not known which of them a stretch holds.'),
      t('Have all of the recording heard again, which gives them times.'),
    );
  }
  const end = transcribedUpTo(document);
  if (stretch.from >= end) {
    throw new AppError(
      'USAGE',
      t('The transcription was stopped before it came to that stretch.'),
      t('Go on with it, which hears the stretch; or have one heard again that has its words.'),
    );
  }
  return wholeWords(words, { from: stretch.from, to: Math.min(stretch.to, end, duration) });
}

/** Fills in the options that were not given from the transcript that is there. */
function withDefaults(
  document: ProjectDocument,
  span: Span,
  { facts }: ResolvedModel,
  { stretch, ...asked }: HearAgainOptions,
): RecogniserOptions {
  const { words, transcription, language } = document;
  if (!stretch) return namedLanguages(document, asked);
  const before = facts.kind === 'whisper' ? transcription?.settings.prompt : undefined;
  const prompt = asked.prompt ?? before;
  if (asked.language !== undefined || asked.languages || !facts.multilingual) return { ...asked, prompt };
  const inside = words.filter(isTimed).filter(({ start, end }) => start < span.to && end > span.from);
  const tag = mainLanguage(inside) ?? transcription?.language ?? language;
  // A language that an import did not tell, or that Whisper does not know, is left to be detected.
  requireSpoken({ transcription: null, language: tag }, facts);
  const code = codeFor(facts, tag);
  return { ...asked, prompt, ...(code !== 'auto' && { language: code }) };
}

type Begun = Pick<Hearing, 'of' | 'span' | 'settings'>;

const goesOn = (hearing: Hearing | undefined, { of, span, settings }: Begun): boolean =>
  hearing?.of === of &&
  hearing.span.from === span.from &&
  hearing.span.to === span.to &&
  isSameSettings(hearing.settings, settings);

/** Writes down what is to be heard. It replaces an earlier hearing that nobody has taken. */
async function begin(vault: Vault, begun: Begun, options: HearAgainOptions): Promise<void> {
  const { span, settings } = begun;
  const found =
    begun.of === 'all'
      ? await findSound(vault, settings, options)
      : { windows: await windowsOf(vault, span, settings, options.signal) };
  const { windows, ...more } = found;
  const [mixes, skipped] = 'mixes' in more ? [more.mixes, more.skipped] : [];
  vault.amend({
    label: 'Hear again',
    steps: [
      {
        type: 'setHearing',
        hearing: {
          ...begun,
          windows,
          finished: 0,
          words: [],
          ...(mixes && { mixes }),
          ...(skipped && { skipped }),
        },
      },
    ],
  });
}

async function windowsOf(
  vault: Vault,
  span: Span,
  { languages }: TranscriptionSettings,
  signal: AbortSignal | undefined,
): Promise<Span[]> {
  const { words, media } = vault.document;
  const longest = languages ? ONE_LANGUAGE_SECONDS : LONGEST_SECONDS;
  const duration = media?.duration ?? span.to;
  const options = { duration, longest, quietest: (_: number, to: number) => to };
  const windows = stretchWindows(words, span, options);
  if (windows.length === 1) return windows;
  const { levels } = await listenForSpeech(vault, { signal });
  const quietest = (from: number, to: number) => {
    let [best, lowest] = [to, Infinity];
    for (let frame = Math.ceil(from / FRAME_SECONDS); frame * FRAME_SECONDS < to; frame++) {
      const level = levels.db(frame - 1) + levels.db(frame) + levels.db(frame + 1);
      if (level < lowest) [best, lowest] = [frame * FRAME_SECONDS, level];
    }
    return best;
  };
  return stretchWindows(words, span, { ...options, quietest });
}

async function goOn(
  vault: Vault,
  { of, span, settings, windows, finished, mixes, skipped = [], language }: Hearing,
  model: ResolvedModel,
  options: HearAgainOptions,
): Promise<void> {
  const keep = (window: number, parts: readonly Span[], heard: Parameters<typeof writeWords>[0]) => {
    const { document } = vault;
    const { hearing } = document;
    // Somebody may have let this hearing go meanwhile, or begun another one.
    if (hearing?.windows !== windows || hearing.finished !== window) throw letGo();
    const asked = settings.language === 'auto' ? document.language : settings.language;
    const spoken = heard.language ?? hearing.language ?? asked;
    const isOther = of === 'stretch' && spoken !== document.language;
    const words = writeWords(heard, {
      parts,
      language: spoken,
      keepLanguage: settings.languages !== undefined || isOther,
      before: hearing.words,
      speech: document.speech,
      // If nobody listened for speech, no word is known to be outside it.
      isSound: () => true,
      id: (i) => `h${hearing.words.length + i}`,
    });
    const main = mainLanguage([...hearing.words, ...words]) ?? spoken;
    vault.amend({ label: 'Hear again', steps: [{ type: 'addHeard', words, language: main }] });
  };
  const asked = { settings, language };
  const work = { ...asked, windows, finished, skipped, mixes: mixes ?? ('every' as const), span, keep };
  await recognise(vault, asked, model, () => Promise.resolve(work), options);
}

const letGo = (): AppError =>
  new AppError(
    'CANCELLED',
    t('What was being heard was discarded meanwhile.'),
    t('Start again if you need it.'),
  );
