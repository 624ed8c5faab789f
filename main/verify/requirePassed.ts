import { t } from '../../shared/messages/messages';
import type { Check } from '../../shared/model/check';
import { AppError } from '../../shared/model/errors';

/** For what a person can do nothing about but try once more. */
const OURS =
  'Export it once more into an empty folder; if the same check fails again, it is a defect of Withheld: report it with the name of the check, and publish nothing.';

const LISTEN =
  'Listen to the recording at the times it names: withhold what you hear there, or move the edges of the mask; or keep there what may be heard. Then export again.';

/** What to do where a check failed, by its name. */
const NEXT: Readonly<Record<string, string>> = {
  'heard again': LISTEN,
  'no trace of the recording': LISTEN,
  'word for word':
    'Export it once more; if a text again says something else than Review shows, it is a defect of Withheld: report it, and publish nothing.',
  'no withheld word':
    'Go through Review, where every place is listed that still says something withheld, and withhold or keep it there; then export again.',
  'nothing else in the folder': 'Choose an empty folder that no other program writes to, and export again.',
  unchanged: 'Choose a folder that no other program changes or synchronises, and export again.',
};

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
    t('The export failed the check "{name}"{value2}{others}: {detail}', {
      name: first.name,
      value2: first.file === null ? '' : ` on ${first.file}`,
      others,
      detail: first.detail,
    }),
    t('Nothing of it was kept. {value1}', { value1: NEXT[first.name] ?? OURS }),
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
