import { z } from 'zod';
import { markSchema, type Mark } from '../../shared/contract/api';
import { AppError } from '../../shared/contract/errors';
import { describeIssues } from '../rpc/Dispatcher';
import { readText } from '../system/readInput';

/** Reads a list of marks. @throws {AppError} `MARKS_INVALID` with the path of what is wrong, never its text. */
export async function readMarks(file: string): Promise<Mark[]> {
  const marks = z
    .array(markSchema)
    .min(1)
    .safeParse(parseJson(await readText(file)));
  if (marks.success) return marks.data;
  throw new AppError(
    'MARKS_INVALID',
    `The list of marks is not valid: ${describeIssues(marks.error)}.`,
    'Each mark has "text", "speaker", or "from" and "to", and may have "type", "description" and "join".',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError('MARKS_INVALID', 'The list of marks is not JSON.', 'Correct the file and try again.', {
      cause,
    });
  }
}
