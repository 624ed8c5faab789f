import * as z from 'zod';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { drawnCoverSchema, type DrawnCover } from '../../shared/model/cover';
import { describeIssues } from '../rpc/describeIssues';
import { readJson } from './readJson';

/** Reads a list of covers; it may be empty. @throws {AppError} `COVERS_INVALID` with the path of what is wrong. */
export async function readCovers(file: string): Promise<DrawnCover[]> {
  const list = { covers: await readJson(file, 'COVERS_INVALID', t('The list of covers is not JSON.')) };
  const covers = z.object({ covers: z.array(drawnCoverSchema) }).safeParse(list);
  if (covers.success) return covers.data.covers;
  throw new AppError(
    'COVERS_INVALID',
    t('The list of covers is not valid: {problem}.', { problem: describeIssues(covers.error, list) }),
    t(
      'Each has "to" and "keys" with "at" (seconds), "x", "y", "width" and "height" (0 to 1 of the picture as it is seen).',
    ),
  );
}
