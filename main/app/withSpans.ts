import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { ProjectDocument } from '../../shared/document/document';
import type { MadeMarks, SpanOf } from '../../shared/edits/makeMarks';
import type { TimedWord } from '../../shared/model/word';
import { modelOf } from '../transcribe/models/modelOf';
import { refineSpans } from '../transcribe/refineSpans';
import { resolveModel } from '../transcribe/models/resolveModel';
import type { Vault } from '../vault/Vault';
import type { CallContext } from './Handlers';

export interface Alignment {
  align?: boolean | undefined;
  model?: string | undefined;
}

/**
 * Makes marks with spans that were found in the recording, and stores them as one command. They are made twice: once to
 * learn which runs of words they have, and again when the spans of those are found, since the document may have changed
 * meanwhile.
 */
export async function withSpans<M extends MadeMarks>(
  vault: Vault,
  alignment: Alignment,
  context: CallContext,
  make: (document: ProjectDocument, spanOf?: SpanOf) => M,
): Promise<M> {
  const runs: (readonly TimedWord[])[] = [];
  make(vault.document, (words) => {
    runs.push(words);
    return undefined;
  });
  const model = runs.length === 0 ? null : await modelFor(vault, alignment, context.signal);
  const made = make(vault.document, await refineSpans(vault, runs, { model, ...context }));
  if (made.command) vault.execute(made.command);
  return made;
}

/**
 * Returns the model to hear places again with; null where nobody wants that, or it is not there.
 * @throws {AppError} `MODEL_MISSING` where hearing was asked for and the model is not there, and as `resolveModel`.
 */
export async function modelFor(vault: Vault, { align, model }: Alignment, signal: AbortSignal) {
  if (align === false || !vault.document.media) return null;
  if (model !== undefined) return resolveModel(model, signal);
  const found = await modelOf(vault.document, signal);
  if (found || !align) return found;
  throw new AppError(
    'MODEL_MISSING',
    t('The model that the interview was transcribed with is not where it was.'),
    t('Say where it is now, or mark without hearing the places again.'),
  );
}
