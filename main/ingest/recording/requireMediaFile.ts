import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import { readError } from '../../system/readInput';
import { unreadable } from '../../media/mediaErrors';

/**
 * Refuses what cannot be a recording before any tool opens it: a pipe or a device would hang one.
 * @throws {AppError} `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`, `FILE_EMPTY`, `MEDIA_UNREADABLE`.
 */
export async function requireMediaFile(file: string): Promise<void> {
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) {
      throw new AppError(
        'FILE_IS_DIRECTORY',
        t('That is a folder, not a recording.'),
        t('Choose a recording inside it.'),
      );
    }
    if (!stats.isFile()) throw unreadable();
    await access(file, constants.R_OK);
    if (stats.size === 0) {
      throw new AppError(
        'FILE_EMPTY',
        t('The recording is empty (0 bytes).'),
        t('Copy it from the camera again and import that.'),
      );
    }
  } catch (error) {
    throw readError(error);
  }
}
