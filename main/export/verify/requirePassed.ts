import type { Check } from '../../../shared/contract/api';
import { AppError } from '../../../shared/contract/errors';

/**
 * Lets an export go only when every check passed.
 * @throws {AppError} `VERIFY_FAILED`, naming the first check that did not, with all of them.
 */
export function requirePassed(checks: readonly Check[]): void {
  const failed = checks.filter(({ ok }) => !ok);
  const [first] = failed;
  if (!first) return;
  const others = failed.length > 1 ? ` and ${failed.length - 1} more` : '';
  throw new AppError(
    'VERIFY_FAILED',
    `The export failed the check "${first.name}"${first.file === null ? '' : ` on ${first.file}`}${others}: ${first.detail}`,
    'Nothing of it was kept. Export again, in another format if it fails again; until it passes, publish nothing.',
    {
      checks: failed.map(({ name, file, detail, places }) => ({
        name,
        file,
        detail,
        ...(places && { places }),
      })),
    },
  );
}
