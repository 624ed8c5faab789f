import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

/**
 * Tells the size and the time of a file of a model of one's own.
 * @param kind what such a model is called, such as `names model`.
 * @throws {AppError} `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`.
 */
export async function statModelFile(path: string, kind: string): Promise<Stats> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw notReadable(kind, cause);
  });
  if (facts.isDirectory()) {
    throw new AppError('FILE_IS_DIRECTORY', t('That is a folder.'), t('Name the .onnx file in it.'));
  }
  return facts;
}

/** Reads all of such a file. @throws {AppError} `FILE_NOT_FOUND`, `FILE_NOT_READABLE`. */
export const readModelFile = (path: string, kind: string): Promise<Buffer> =>
  readFile(path).catch((cause: unknown) => {
    throw notReadable(kind, cause);
  });

function notReadable(kind: string, cause: unknown): AppError {
  const { code } = cause as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new AppError(
        'FILE_NOT_FOUND',
        t('There is no such {kind}.', { kind }),
        t('Choose the .onnx file where it lies now.'),
        { cause },
      )
    : new AppError(
        'FILE_NOT_READABLE',
        t('The {kind} cannot be read.', { kind }),
        t('Check its permissions, or copy it to this machine first.'),
        { cause },
      );
}
