import * as z from 'zod';
import { t } from '../../shared/messages/messages';
import { markSchema, type Mark } from '../../shared/model/mark';
import { AppError } from '../../shared/model/errors';
import { describeIssues } from '../rpc/Dispatcher';
import { readJson } from './readJson';

/** Reads a list of marks. @throws {AppError} `MARKS_INVALID` with the path of what is wrong, never its text. */
export async function readMarks(file: string): Promise<Mark[]> {
  const marks = z
    .array(markSchema)
    .min(1)
    .safeParse(await readJson(file, 'MARKS_INVALID', t('The list of marks is not JSON.')));
  if (marks.success) return marks.data;
  throw new AppError(
    'MARKS_INVALID',
    t('The list of marks is not valid: {problem}.', { problem: describeIssues(marks.error) }),
    t('Each mark has "text", "speaker", or "from" and "to", and may have "type", "description" and "join".'),
  );
}
