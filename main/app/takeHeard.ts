import type { HeardAgain } from '../../shared/contract/transcription';
import type { ProjectDocument } from '../../shared/document/document';
import { takeHearing, type Taking } from '../../shared/edits/takeHearing';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { Word } from '../../shared/model/word';
import type { Vault } from '../vault/Vault';
import type { CallContext } from './Handlers';
import { refineMarks } from './refineMarks';

/**
 * Returns what would change if what was heard again were taken.
 * @throws {AppError} `USAGE` where there is nothing to take.
 */
export function takingOf(document: ProjectDocument): Taking {
  const taking = takeHearing(document);
  if (taking) return taking;
  throw new AppError(
    'USAGE',
    t('Nothing was heard that could be taken.'),
    t(
      'Have a stretch, or all of the recording, heard again; what was begun has to be finished where words have no times.',
    ),
  );
}

/**
 * Takes what was heard again, in one step, and finds the edges of the masks that it moved.
 * @throws {AppError} as `takingOf` and `refineMarks`.
 */
export async function takeHeard(
  vault: Vault,
  model: string | undefined,
  context: CallContext,
): Promise<HeardAgain> {
  const { document } = vault;
  const taking = takingOf(document);
  vault.execute(taking.command);
  await refineMarks(vault, { model }, context);
  return compared(document, taking, true);
}

/** Compares what was heard again with the transcript. @param document its state before anything is taken. */
export function compared({ hearing, language }: ProjectDocument, taking: Taking, taken: boolean): HeardAgain {
  const { span, rows, carried, open } = taking;
  const parts = rows.map(({ kind, before, after }) => ({
    kind,
    before: before.map(plain),
    after: after.map(plain),
  }));
  return {
    ...span,
    complete: hearing?.finished === hearing?.windows.length,
    language: hearing?.language ?? language,
    before: parts.flatMap(({ before }) => before),
    after: parts.flatMap(({ after }) => after),
    parts,
    marks: {
      carried,
      open: open.map(({ mentionId, span: place, kept }) => ({ mention: mentionId, span: place, kept })),
    },
    taken,
  };
}

const plain = ({ text, start, end, language }: Word): HeardAgain['before'][number] => ({
  text,
  start,
  end,
  ...(language !== undefined && { language }),
});
