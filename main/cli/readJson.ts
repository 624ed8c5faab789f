import { t } from '../../shared/messages/messages';
import { AppError, type ErrorCode } from '../../shared/model/errors';
import { readText } from '../system/readInput';

/**
 * Parses a file that a person wrote or had written.
 * @param notJson sentence for a file that is not JSON.
 * @throws {AppError} `code` when it is not JSON, and as `readText`.
 */
export async function readJson(file: string, code: ErrorCode, notJson: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError(code, notJson, t('Correct the file and try again.'), {
      cause,
    });
  }
}
