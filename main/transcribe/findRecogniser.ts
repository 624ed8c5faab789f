import type { ProjectDocument } from '../../shared/document/document';
import type { Ear, OpenRecogniser } from '../../shared/model/Recogniser';
import { guessLanguage } from '../../shared/text/likelyLanguage';
import { otherLanguages } from '../../shared/text/lineLanguage';
import { joinTokens } from './words/joinTokens';
import { longEnough } from './windows/longEnough';
import { modelOf } from './models/modelOf';
import { NativeTranscriber } from './native/NativeTranscriber';
import { physicalCores } from './native/physicalCores';
import { resolveModel } from './models/resolveModel';
import { spokenLanguage, unknownAmong, unknownTo, UNTOLD } from './spokenLanguage';

/**
 * Finds the recogniser that hears a project's exports: with the named model, or else with the one that transcribed the
 * project. It is not told which names to expect, since it would then hear them.
 * @param model a published model's name, `demo`, or a file.
 * @returns a function that opens it, and whose ears it has; null when no model is named, and the project's own cannot
 * be found or does not know all that is spoken.
 * @throws {AppError} `MODEL_MISSING`, `MODEL_INVALID`, `MODEL_TRUNCATED`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE` for
 * a named model, `USAGE` for a named Parakeet model that does not know all that is spoken, `CANCELLED`.
 */
export async function findRecogniser(
  document: ProjectDocument,
  model?: string,
  signal?: AbortSignal,
): Promise<{ open: OpenRecogniser; ear: Ear } | null> {
  const found = model === undefined ? await modelOf(document, signal) : await resolveModel(model, signal);
  if (!found) return null;
  const unknown = unknownAmong(languagesOf(document), found.facts);
  if (unknown !== undefined && model !== undefined) throw unknownTo(found.facts, unknown);
  if (unknown !== undefined) return null;
  const language = spokenLanguage(document, found.facts);
  const transcribed = document.transcription && document.transcription.settings.model.sha256 === found.sha256;
  const open: OpenRecogniser = async (openSignal) => {
    const native = await NativeTranscriber.start(
      { model: found.path, language, threads: physicalCores(), beam: 1, prompt: '' },
      openSignal,
    );
    let spoken = language;
    return {
      hear: async (samples) => {
        const heard = await native.transcribe(longEnough(samples));
        spoken = heard.language ?? spoken;
        return joinTokens(heard.segments, spoken);
      },
      close: () => native.kill(),
    };
  };
  return { open, ear: { kind: found.facts.kind, transcribed } };
}

/** Lists the known spoken languages. If nobody named the main one, the text tells it, as for titles and markers. */
function languagesOf({ transcription, language, words }: ProjectDocument): string[] {
  const told = transcription?.language ?? language;
  const main = told === UNTOLD ? guessLanguage(words.map(({ text }) => text)) : told;
  return [main, ...otherLanguages(words, language)];
}
