import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { Progress } from '../../shared/contract/envelope';
import type { Command } from '../../shared/document/commands';
import type { ProjectDocument } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { isGlued } from '../../shared/text/splitWords';
import { foldPhrase } from '../../shared/text/matching';
import { attributionOf, isTimed, type Word } from '../../shared/model/word';
import { ProgressMeter } from '../system/ProgressMeter';
import type { Vault } from '../vault/Vault';
import { carryMarks } from '../../shared/edits/carryMarks';
import { movedTo } from '../../shared/edits/movedTo';
import { transcribedUpTo } from '../../shared/plan/transcribedUpTo';
import { noLongerSkipped } from '../../shared/edits/noLongerSkipped';
import { isSaid } from './words/isSaid';
import type { SpokenWord } from './words/joinTokens';
import { physicalCores } from './native/physicalCores';
import { withTranscriber } from './native/withTranscriber';
import { requireModel } from './models/requireModel';
import { BEAM_WIDTH } from './settingsOf';
import { hearEveryMix } from './windows/hearEveryMix';
import { requireSpoken } from './spokenLanguage';
import { spokenWords } from './words/spokenWords';

export interface Stretch extends Span {
  /** A published model's name, `demo`, or a file; by default the one that transcribed the recording. */
  model?: string | undefined;
}

export interface StretchOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** Seconds heard on both sides, so that no word is cut; the words said there are in the transcript already. */
const AROUND_SECONDS = 0.3;
/** Most seconds that a recogniser hears at once. */
const LONGEST_WINDOW_SECONDS = 28;
/** Seconds by which the middle of a word may lie outside the stretch. */
const BESIDE_SECONDS = 0.1;

/**
 * Hears a stretch of the recording (seconds) and puts the words into the transcript, in one step. It hears every mix in
 * which something can be heard that is in no other, and takes the one that says most. The stretch then no longer counts
 * as skipped.
 * @returns the number of words that were put in; 0 when none are heard.
 * @throws {AppError} `MEDIA_MISSING`, `MODEL_MISSING`, `MODEL_INVALID`, `MODEL_TRUNCATED`, `TRANSCRIPT_NO_TIMES`, `USAGE`,
 * `OUT_OF_MEMORY`, `TRANSCRIBER_MISSING`, `TRANSCRIBER_KILLED`, `TRANSCRIBER_FAILED`, `CANCELLED`.
 */
export async function transcribeStretch(
  vault: Vault,
  { from, to, model }: Stretch,
  { signal, onProgress }: StretchOptions = {},
): Promise<number> {
  const { words } = vault.document;
  if (words.length > 0 && !words.every(isTimed)) {
    throw new AppError(
      'TRANSCRIPT_NO_TIMES',
      t('The words of this transcript have no times, so none can be put between them.'),
      t('Write down what is said there in the transcript, or withhold that stretch.'),
    );
  }
  if (to > transcribedUpTo(vault.document)) {
    throw new AppError(
      'USAGE',
      t('The transcription was stopped before it came to that stretch.'),
      t('Go on with it: it hears the stretch, too.'),
    );
  }
  const found = await requireModel(vault.document, model, signal);
  const windows = windowsOf({ from, to }, vault.document.media?.duration ?? to);
  const meter = new ProgressMeter('transcribe', 'steps', windows.length, onProgress);
  const language = requireSpoken(vault.document, found.facts);
  const settings = { model: found.path, language, threads: physicalCores(), beam: BEAM_WIDTH, prompt: '' };
  const heard: SpokenWord[] = [];
  await withTranscriber(settings, signal, async (native) => {
    let spoken = language;
    for (const [i, window] of windows.entries()) {
      meter.report(i);
      const result = await hearEveryMix(vault, native, window, spoken, signal);
      spoken = result.language ?? spoken;
      heard.push(...spokenWords(result, spoken, [window]));
    }
  });
  meter.report(windows.length);
  const { command, count } = insertWords(vault.document, { from, to }, heard);
  const steps = [...(command?.steps ?? []), ...noLongerSkipped(vault.document, { from, to })];
  if (steps.length > 0) vault.execute({ label: 'Transcribe a stretch', steps });
  return count;
}

/** Cuts a stretch into parts that can be heard at once. */
function windowsOf({ from, to }: Span, duration: number): Span[] {
  const count = Math.max(1, Math.ceil((to - from) / LONGEST_WINDOW_SECONDS));
  const step = (to - from) / count;
  return Array.from({ length: count }, (_, i) => ({
    from: Math.max(0, from + i * step - AROUND_SECONDS),
    to: Math.min(duration, from + (i + 1) * step + AROUND_SECONDS),
  })).filter((window) => window.from < window.to);
}

/**
 * Puts words that were heard in a stretch between those that are there. It takes those that lie in the stretch, but not
 * a word at its edge that only repeats its neighbour. Beside words of a speaker who is withheld, they are withheld too.
 */
export function insertWords(
  document: ProjectDocument,
  { from, to }: Span,
  heard: readonly SpokenWord[],
): { command: Command | null; count: number } {
  const middle = ({ start, end }: { start: number; end: number }) => (start + end) / 2;
  const timed = document.words.filter(isTimed);
  const at = timed.filter((word) => middle(word) < (from + to) / 2).length;
  const [before, after] = [timed[at - 1], timed[at]];
  const inside = heard.filter(
    (word) => middle(word) >= from - BESIDE_SECONDS && middle(word) <= to + BESIDE_SECONDS,
  );
  if (inside[0] && before && isSame(inside[0], before)) inside.shift();
  const last = inside.at(-1);
  if (last && after && isSame(last, after)) inside.pop();

  let { nextId } = document;
  let earliest = before?.start ?? 0;
  const { speech } = document;
  const beside = before?.speaker === undefined ? after : before;
  const words = inside.map(({ text, start: begin, end, confidence }, i): Word => {
    // Words stay in their order, and none begins after the word that follows them all.
    const start = Math.min(Math.max(begin, earliest), after?.start ?? Infinity);
    earliest = start;
    const word = {
      id: `w${nextId++}`,
      text,
      start: begin,
      end,
      confidence,
      ...(speech && !isSaid(speech, { start: begin, end }) && { flags: ['silence' as const] }),
      ...(isGlued(inside[i - 1]?.text ?? before?.text ?? '', text) && { glued: true as const }),
      ...(beside && attributionOf(beside)),
    };
    return start === begin ? word : movedTo(start, word);
  });
  const [first] = words;
  if (!first) return { command: null, count: 0 };
  if (at === 0) first.paragraph = true;
  const steps: Command['steps'] = [
    { type: 'setNextId', nextId },
    { type: 'replaceWords', at, remove: 0, words },
    ...carryMarks({ document, span: { from, to }, at, old: [], made: words, placed: [] }).steps,
  ];
  return { command: { label: 'Transcribe a stretch', steps }, count: words.length };
}

const isSame = (a: { text: string }, b: { text: string }): boolean =>
  foldPhrase(a.text).join(' ') === foldPhrase(b.text).join(' ');
