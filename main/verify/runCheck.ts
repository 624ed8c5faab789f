import type { Check } from '../../shared/model/check';
import { AppError, type ErrorCode } from '../../shared/model/errors';

/** How many different problems a check names. */
const NAMED = 3;

const NO_ANSWER: ReadonlySet<ErrorCode> = new Set([
  'CANCELLED',
  'TOOL_MISSING',
  'MODEL_INVALID',
  'OUT_OF_MEMORY',
  'TRANSCRIBER_MISSING',
  'TRANSCRIBER_KILLED',
  'TRANSCRIBER_FAILED',
]);

/**
 * Asks one question of a file, or of the folder. What cannot be answered is a no: a file that cannot be read may hold
 * anything.
 * @param question gives the problems that it finds; none of them may quote what is withheld.
 * @param passed what to say when there are none.
 * @throws {AppError} what says nothing about the export: `CANCELLED`, `TOOL_MISSING`, and that the recogniser failed.
 */
export async function ask(
  name: string,
  file: string | null,
  passed: string,
  question: () => Promise<readonly string[]>,
): Promise<Check> {
  try {
    const problems = [...new Set(await question())];
    if (problems.length === 0) return { name, file, ok: true, detail: passed };
    const more = problems.length > NAMED ? `, and ${problems.length - NAMED} more` : '';
    return { name, file, ok: false, detail: `${problems.slice(0, NAMED).join('; ')}${more}.` };
  } catch (error) {
    if (error instanceof AppError && NO_ANSWER.has(error.code)) throw error;
    return { name, file, ok: false, detail: 'this could not be examined.' };
  }
}
