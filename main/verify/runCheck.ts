import type { Check } from '../../shared/model/check';
import { AppError, type ErrorCode } from '../../shared/model/errors';
import { Unreadable } from './Unreadable';

/** A check that was run, and what of ours failed in it. */
export interface CheckRun extends Check {
  /** A defect of Withheld; for the log of defects alone, since a foreign error may quote anything. */
  cause?: unknown;
}

/** A check names no more different problems than this. */
const MOST_PROBLEMS_NAMED = 3;

/** Errors that say nothing about the export. */
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
 * Runs one check of a file, or of the folder. A check that cannot be run has failed: a file that cannot be read may hold
 * anything. Where the fault is neither the file's nor a tool's, the check has failed as well, and carries the cause.
 * @param find gives the problems that it finds; none of them may quote what is withheld.
 * @param passed what to say when there are none.
 * @throws {AppError} what says nothing about the export: `CANCELLED`, `TOOL_MISSING`, and that the recogniser failed.
 */
export async function runCheck(
  name: string,
  file: string | null,
  passed: string,
  find: () => Promise<readonly string[]>,
): Promise<CheckRun> {
  try {
    const problems = [...new Set(await find())];
    if (problems.length === 0) return { name, file, ok: true, detail: passed };
    const named = problems.slice(0, MOST_PROBLEMS_NAMED).join('; ');
    const left = problems.length - MOST_PROBLEMS_NAMED;
    return { name, file, ok: false, detail: `${named}${left > 0 ? `, and ${left} more` : ''}.` };
  } catch (error) {
    if (error instanceof AppError && NO_ANSWER.has(error.code)) throw error;
    if (isRefusal(error)) return { name, file, ok: false, detail: 'this could not be examined.' };
    const detail = 'this could not be examined, because of a defect of Withheld.';
    return { name, file, ok: false, detail, cause: error };
  }
}

/** Tells whether a file, a tool or the disk refused, which is an answer, and no defect of ours. */
const isRefusal = (error: unknown): boolean =>
  error instanceof AppError || error instanceof Unreadable || (error instanceof Error && 'errno' in error);

/**
 * Gives the answers alone, and tells the defects that checks ran into, each once.
 * @param onDefect hears of errors that are ours.
 */
export function answersOf(
  checks: readonly CheckRun[],
  onDefect: (defect: unknown) => void = () => undefined,
): Check[] {
  for (const defect of new Set(checks.flatMap(({ cause }) => cause ?? []))) onDefect(defect);
  return checks.map(({ cause: _, ...check }) => check);
}
