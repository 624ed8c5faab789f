import { readFile } from 'node:fs/promises';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

/**
 * Reads a small file that a person named.
 * @throws {AppError} `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`.
 */
export async function readInput(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw readError(cause);
  }
}

/**
 * Reads a small text in UTF-8, without its byte-order mark.
 * @throws {AppError} as `readInput`, and `TRANSCRIPT_UNREADABLE` when the bytes are not UTF-8: guessing another
 * encoding would hide names from every search.
 */
export async function readText(path: string): Promise<string> {
  return decoded(await readInput(path));
}

/** Reads such a text from standard input, to its end. @throws {AppError} `TRANSCRIPT_UNREADABLE`. */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return decoded(Buffer.concat(chunks));
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError(
      'TRANSCRIPT_UNREADABLE',
      t('The text is not in UTF-8.'),
      t('Save it as UTF-8 and try again.'),
      {
        cause,
      },
    );
  }
}

/** Turns an error into one that says what kept a file from being read. */
export function readError(cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError(
        'FILE_NOT_FOUND',
        t('There is no file under that name.'),
        t('Check the name and try again.'),
        {
          cause,
        },
      );
    case 'EISDIR':
      return new AppError(
        'FILE_IS_DIRECTORY',
        t('That is a folder, not a file.'),
        t('Choose a file inside it.'),
        {
          cause,
        },
      );
    case 'EACCES':
    case 'EPERM':
      return new AppError(
        'FILE_NOT_READABLE',
        t('You may not read that file.'),
        t('Change its permissions, or copy it to where you may read it.'),
        { cause },
      );
    default:
      return cause;
  }
}
