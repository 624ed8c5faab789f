import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { OwnModelKind } from './noMemoryFor';

/**
 * Reads the size and the time of the file of a model of one's own.
 * @throws {AppError} `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`.
 */
export async function statModelFile(path: string, kind: OwnModelKind): Promise<Stats> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw notReadable(kind, cause);
  });
  if (facts.isDirectory()) {
    throw new AppError('FILE_IS_DIRECTORY', t('That is a folder.'), t('Name the .onnx file in it.'));
  }
  return facts;
}

/** Reads all of such a file. @throws {AppError} `FILE_NOT_FOUND`, `FILE_NOT_READABLE`. */
export const readModelFile = (path: string, kind: OwnModelKind): Promise<Buffer> =>
  readFile(path).catch((cause: unknown) => {
    throw notReadable(kind, cause);
  });

function notReadable(kind: OwnModelKind, cause: unknown): AppError {
  const { code } = cause as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new AppError(
        'FILE_NOT_FOUND',
        t('{kind, select, voice {There is no such voice model.} other {There is no such names model.}}', {
          kind,
        }),
        t('Choose the .onnx file where it lies now.'),
        { cause },
      )
    : new AppError(
        'FILE_NOT_READABLE',
        t('{kind, select, voice {The voice model cannot be read.} other {The names model cannot be read.}}', {
          kind,
        }),
        t('Check its permissions, or copy it to this machine first.'),
        { cause },
      );
}
