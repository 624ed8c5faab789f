import type { alignmentApi } from '../../shared/contract/alignment';
import type { ProjectDocument } from '../../shared/document/document';
import { laidWords, layWords } from '../../shared/edits/layWords';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { isTimed, type TimedWord, type Word } from '../../shared/model/word';
import { transcribedUpTo } from '../../shared/plan/transcribedUpTo';
import { alignWords, type AlignOptions } from '../align/alignWords';
import { requireModel } from '../transcribe/models/requireModel';
import { requireWhisper } from '../transcribe/models/requireWhisper';
import { settingsOf } from '../transcribe/settingsOf';
import { spokenLanguage } from '../transcribe/spokenLanguage';
import { refineSpans } from '../transcribe/refineSpans';
import type { Vault } from '../vault/Vault';
import type { CallContext, HandlersOf } from './Handlers';
import { knowSpeechIfPossible } from './knowSpeech';
import type { OpenProjects } from './OpenProjects';

/** Lays words on the recording. */
export function alignment(projects: OpenProjects): HandlersOf<typeof alignmentApi> {
  return {
    'align.run': ({ project, ...asked }, given) =>
      projects.work(project, given, (vault, context) => alignProject(vault, asked, context)),
  };
}

interface Asked {
  model?: string | undefined;
  language?: string | undefined;
  words?: { first: string; last: string } | undefined;
}

/** Most known words that are taken on each side of those that are looked for. */
const KNOWN_WORDS = 4;

/**
 * Finds words in the recording and lays them there, in one step.
 * @throws {AppError} `TRANSCRIPT_MISSING`, `MEDIA_MISSING`, `MODEL_MISSING`, `TRANSCRIPT_NO_TIMES` where only some
 * words of a transcript without times are asked for, `USAGE` for a language that the model does not know, `CANCELLED`
 * also where the transcript is changed meanwhile, and as `alignWords`.
 */
async function alignProject(
  vault: Vault,
  { model: named, language: said, words: asked }: Asked,
  context: CallContext,
) {
  const { document } = vault;
  requireBoth(document);
  const { first, end, ...place } = placeOf(document, asked);
  const model = requireWhisper(await requireModel(document, named, context.signal, noModel));
  const language =
    said === undefined
      ? spokenLanguage(document, model.facts)
      : settingsOf(model, { language: said }).language;
  await knowSpeechIfPossible(vault, context);
  const wanted = document.words.slice(first, end);
  const times = await alignWords(vault, model, wanted, { ...place, language, ...context });
  requireUnchanged(vault, document);
  const runs = runsOf(document, laidWords(document, first, times));
  const spanOf = await refineSpans(vault, runs, { model: null, signal: context.signal });
  requireUnchanged(vault, document);
  const { command, ...told } = layWords(vault.document, first, times, spanOf);
  if (command) vault.execute(command);
  return told;
}

function requireBoth({ words, media }: ProjectDocument): void {
  if (words.length === 0) {
    throw new AppError(
      'TRANSCRIPT_MISSING',
      t('The interview has no transcript, so there are no words to find in the recording.'),
      t('Transcribe the recording, or make a new interview from it and its transcript.'),
    );
  }
  if (media) return;
  throw new AppError(
    'MEDIA_MISSING',
    t('The interview has no recording in which words could be found.'),
    t('Make a new interview from the recording and its transcript.'),
  );
}

/** Finds the words to lay, the stretch in which they must be said, and the known words beside them. */
function placeOf(
  document: ProjectDocument,
  asked: Asked['words'],
): { first: number; end: number } & Pick<AlignOptions, 'stretch' | 'known'> {
  const { words } = document;
  const duration = transcribedUpTo(document);
  if (!asked) return { first: 0, end: words.length, stretch: { from: 0, to: duration } };
  let first = words.findIndex(({ id }) => id === asked.first);
  let end = words.findIndex(({ id }) => id === asked.last) + 1;
  if (first < 0 || end <= first) {
    throw new AppError(
      'USAGE',
      t('Those words are not in the transcript.'),
      t('Look them up, and try again.'),
    );
  }
  if (!words.every(isTimed)) {
    throw new AppError(
      'TRANSCRIPT_NO_TIMES',
      t('The words of this transcript have no times yet, so one line alone cannot be found.'),
      t('Find the whole transcript in the recording first.'),
    );
  }
  while (first > 0 && !isKnown(words[first - 1])) first--;
  while (end < words.length && !isKnown(words[end])) end++;
  const before = knownFrom(words.slice(0, first).reverse()).reverse();
  const after = knownFrom(words.slice(end));
  const stretch = { from: before.at(-1)?.end ?? 0, to: after[0]?.start ?? duration };
  return { first, end, stretch, known: { before, after } };
}

const isKnown = (word: Word | undefined): boolean =>
  word?.within === undefined && word?.unplaced === undefined;

function knownFrom(words: readonly Word[]): TimedWord[] {
  const known: TimedWord[] = [];
  for (const word of words.slice(0, KNOWN_WORDS)) {
    if (!isTimed(word) || !isKnown(word)) break;
    known.push(word);
  }
  return known;
}

const noModel = (): AppError =>
  new AppError(
    'MODEL_MISSING',
    t('No model was named, and the one that transcribed the interview was not found.'),
    t('Name a model that knows the language that is spoken.'),
  );

/** Refuses a transcript that has changed meanwhile: the times would be wrong. */
function requireUnchanged(vault: Vault, { words, media }: ProjectDocument): void {
  if (vault.document.words === words && vault.document.media === media) return;
  throw new AppError(
    'CANCELLED',
    t('The transcript was changed while its words were looked for, so no times were changed.'),
    t('Try again when nobody is typing.'),
  );
}

/** Returns the laid words of each mark. */
function runsOf({ mentions }: ProjectDocument, words: readonly Word[]): TimedWord[][] {
  const byId = new Map(words.filter(isTimed).map((word) => [word.id, word]));
  return mentions
    .map(({ wordIds }) => wordIds.flatMap((id) => byId.get(id) ?? []))
    .filter((run) => run.length > 0);
}
