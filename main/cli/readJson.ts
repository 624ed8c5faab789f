import { t } from '../../shared/messages/messages';
import { AppError, type ErrorCode } from '../../shared/model/errors';
import { readText } from '../system/readInput';

/**
 * Parses a file that a person wrote or had written.
 * @param what it should hold, for the message: `list of marks`.
 * @throws {AppError} `code` when it is not JSON, and as `readText`.
 */
export async function readJson(file: string, code: ErrorCode, what: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError(code, t('The {what} is not JSON.', { what }), t('Correct the file and try again.'), {
      cause,
    });
  }
}
