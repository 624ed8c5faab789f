import { AppError } from '../../shared/model/errors';
import type { RunningTool } from '../system/runTool';

/**
 * Waits for all work. When some of it fails, it kills the tools, since other work may be waiting for them.
 * @returns the failures without a code: mostly broken pipes, which follow from another failure.
 * @throws {AppError} the first failure with a code, which says why.
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
