import { t } from '../../shared/messages/messages';
import { AppError, type ErrorCode } from '../../shared/model/errors';
import { spoken, type Say, type SpokenCheck } from '../published/SpokenCheck';
import { Unreadable } from './Unreadable';

/** A check that was run, and what of ours failed in it. */
export interface CheckRun extends SpokenCheck {
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
): SpokenCheck[] {
  for (const defect of new Set(checks.flatMap(({ cause }) => cause ?? []))) onDefect(defect);
  return checks.map(({ cause: _, ...check }) => check);
}
