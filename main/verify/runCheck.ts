import { t } from '../../shared/messages/messages';
import { AppError, type ErrorCode } from '../../shared/model/errors';
import { spoken, type Say, type SpokenCheck } from '../published/SpokenCheck';
import { Unreadable } from './Unreadable';

/** A check that was run, and the defect of ours that it ran into, if any. */
export interface CheckRun extends SpokenCheck {
  /** A defect of Withheld. It is for the log of defects alone, since a foreign error may quote anything. */
  cause?: unknown;
}

/** Most different problems that a check names. */
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
 * Runs one check of a file, or of the folder. A check that cannot be run has failed, since a file that cannot be read
 * may hold anything. If neither the file nor a tool is at fault, the check has failed as well, and carries the cause.
 * @param find returns the problems that it finds; none of them may quote what is withheld.
 * @param passed the sentence to say when there are none.
 * @throws {AppError} errors that say nothing about the export: `CANCELLED`, `TOOL_MISSING`, and a recogniser's failure.
 */
export async function runCheck(
  name: string,
  file: string | null,
  passed: Say,
  find: () => Promise<readonly Say[]>,
): Promise<CheckRun> {
  const failed = { name, file, ok: false };
  try {
    const problems = await find();
    return problems.length === 0
      ? spoken({ name, file, ok: true }, passed)
      : spoken(failed, () => problemsSaid(problems));
  } catch (error) {
    if (error instanceof AppError && NO_ANSWER.has(error.code)) throw error;
    if (isRefusal(error)) return spoken(failed, () => t('this could not be examined.'));
    const defect = () => t('this could not be examined, because of a defect of Withheld.');
    return { ...spoken(failed, defect), cause: error };
  }
}

function problemsSaid(problems: readonly Say[]): string {
  const different = [...new Set(problems.map((say) => say()))];
  const named = different.slice(0, MOST_PROBLEMS_NAMED).join('; ');
  const more = different.length - MOST_PROBLEMS_NAMED;
  return more > 0
    ? t('{problems}, and {count, plural, one {# more} other {# more}}.', { problems: named, count: more })
    : `${named}.`;
}

/** Tells whether a file, a tool or the disk refused; that is an answer, not a defect of ours. */
const isRefusal = (error: unknown): boolean =>
  error instanceof AppError || error instanceof Unreadable || (error instanceof Error && 'errno' in error);

/**
 * Returns the answers alone, and tells each defect that checks ran into once.
 * @param onDefect called with errors that are ours.
 */
export function answersOf(
  checks: readonly CheckRun[],
  onDefect: (defect: unknown) => void = () => undefined,
): SpokenCheck[] {
  for (const defect of new Set(checks.flatMap(({ cause }) => cause ?? []))) onDefect(defect);
  return checks.map(({ cause: _, ...check }) => check);
}
