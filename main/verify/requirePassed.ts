import { t } from '../../shared/messages/messages';
import type { Check } from '../../shared/model/check';
import { checkName } from '../../shared/model/checkName';
import { AppError } from '../../shared/model/errors';

/** Advises about a failure for which a person can do nothing but try once more. */
const ours = () =>
  t(
    'Export it once more into an empty folder; if the same check fails again, it is a defect of Withheld: report it with the name of the check, and publish nothing.',
  );

const listen = () =>
  t(
    'Listen to the recording at the times it names: withhold what you hear there, or move the edges of the mask; or keep there what may be heard. Then export again.',
  );

/** Advice on what to do when a check failed, by its name. */
const NEXT: Readonly<Record<string, () => string>> = {
  'heard again': listen,
  'no trace of the recording': listen,
  'word for word': () =>
    t(
      'Export it once more; if a text again says something else than Review shows, it is a defect of Withheld: report it, and publish nothing.',
    ),
  'no withheld word': () =>
    t(
      'Go through Review, where every place is listed that still says something withheld, and withhold or keep it there; then export again.',
    ),
  'nothing else in the folder': () =>
    t('Choose an empty folder that no other program writes to, and export again.'),
  unchanged: () => t('Choose a folder that no other program changes or synchronises, and export again.'),
};

/**
 * Lets an export go only when every check passed.
 * @throws {AppError} `VERIFY_FAILED`, which names the first check that failed and carries all that did.
 */
export function requirePassed(checks: readonly Check[]): void {
  const failed = checks.filter(({ ok }) => !ok);
  const [first] = failed;
  if (!first) return;
  throw new AppError(
    'VERIFY_FAILED',
    t(
      'The export failed the check "{name}"{where, select, folder {} other { on {file}}}{others, plural, =0 {} one { and # more} other { and # more}}: {detail}',
      {
        name: checkName(first.name),
        where: first.file === null ? 'folder' : 'file',
        file: first.file ?? '',
        others: failed.length - 1,
        detail: first.detail,
      },
    ),
    `${t('Nothing of it was kept.')} ${(NEXT[first.name] ?? ours)()}`,
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
