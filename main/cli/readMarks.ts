import * as z from 'zod';
import { t } from '../../shared/messages/messages';
import { markSchema, type Mark } from '../../shared/model/mark';
import { AppError } from '../../shared/model/errors';
import { describeIssues } from '../rpc/describeIssues';
import { readJson } from './readJson';

/** Reads a list of marks. @throws {AppError} `MARKS_INVALID` with the path of what is wrong, never its text. */
export async function readMarks(file: string): Promise<Mark[]> {
  const list = await readJson(file, 'MARKS_INVALID', t('The list of marks is not JSON.'));
  const marks = z.array(markSchema).min(1).safeParse(list);
  if (marks.success) return marks.data;
  throw new AppError(
    'MARKS_INVALID',
    t('The list of marks is not valid: {problem}.', { problem: describeIssues(marks.error, list) }),
    t('Each mark has "text", "speaker", or "from" and "to", and may have "type", "description" and "join".'),
  );
}
