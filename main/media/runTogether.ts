import { AppError } from '../../shared/model/errors';
import type { RunningTool } from '../system/runTool';

/**
 * Waits for everything, and ends the tools when something fails, since others may be waiting for that.
 * @returns what failed without a code: broken pipes, mostly, which follow from something else.
 * @throws {AppError} what failed with a code, which says why.
 */
export async function runTogether(
  work: readonly Promise<unknown>[],
  tools: readonly RunningTool[],
): Promise<unknown[]> {
  for (const one of work) one.catch(() => tools.forEach(({ child }) => child.kill('SIGKILL')));
  const failures = (await Promise.allSettled(work)).flatMap((end) =>
    end.status === 'rejected' ? [end.reason as unknown] : [],
  );
  const reason = failures.find((failure) => failure instanceof AppError);
  if (reason) throw reason;
  return failures;
}
