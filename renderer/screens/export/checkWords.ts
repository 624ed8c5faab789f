import { t } from '../../../shared/messages/messages';
import type { Check } from '../../../shared/model/check';

/** The plain words for each check. A check without any here is called by its own name. */
const SAID: Readonly<Record<string, () => string>> = {
  'name of the folder': () => t('The name of the folder says nothing withheld'),
  'nothing else in the folder': () => t('Nothing else is in the folder'),
  'file names': () => t('No name of a file says anything withheld'),
  unchanged: () => t('The file is as it was exported'),
  'word for word': () => t('The file says what is published, word for word'),
  format: () => t('The file is of a kind that exports make'),
  'no withheld word': () => t('No withheld word is in the file, in any spelling'),
  'nothing but the recording in the file': () => t('Nothing is hidden in the file'),
  'streams and tags': () => t('No further tracks, and no notes about where, when or with what it was made'),
  'frames and their times': () => t('Every frame of the picture is there'),
  'size and turn': () => t('The picture is as large as it was, and upright'),
  'nothing but picture in the picture': () => t('Nothing is hidden in the picture'),
  'covered as planned': () => t('The picture is covered wherever it should be'),
  'masked as planned': () => t('The sound is masked wherever something is withheld'),
  'no trace of the recording': () => t('Nothing of what was recorded is left under the masks'),
  length: () => t('The recording is as long as it was'),
  'voices disguised': () => t('The voices are disguised'),
  'heard again': () => t('The recogniser hears nothing withheld'),
  'withheld as the project is now': () => t('All that is withheld today is withheld in it'),
};

export function saidBy({ name }: Pick<Check, 'name'>): string {
  return Object.hasOwn(SAID, name) ? (SAID[name]?.() ?? name) : name;
}

type Answer = 'passed' | 'failed' | 'not done';

export const answerOf = ({ ok, done }: Check): Answer =>
  ok ? (done === false ? 'not done' : 'passed') : 'failed';

export const answerName = (answer: Answer): string =>
  t('{answer, select, passed {passed} failed {failed} other {not done}}', { answer });

/**
 * Returns the one verdict on all checks.
 * @param reasons where a person reads why a check was not done.
 */
export function verdictOn(
  checks: readonly Check[],
  files: readonly string[],
  reasons: 'above' | 'again' = 'above',
): { ok: boolean; text: string } {
  const failed = checks.filter((check) => answerOf(check) === 'failed').length;
  const left = checks.filter((check) => answerOf(check) === 'not done').length;
  if (failed > 0) {
    const text = t('Do not publish this folder: {count, plural, one {# check} other {# checks}} failed.', {
      count: failed,
    });
    return { ok: false, text };
  }
  const checked = t(
    'Checked: nothing that is withheld was found in {count, plural, one {this file} other {these # files}}.',
    { count: files.length },
  );
  if (left === 0) return { ok: true, text: checked };
  const unasked =
    reasons === 'above'
      ? t(
          '{count, plural, one {One check was not done: see above why.} other {# checks were not done: see above why.}}',
          { count: left },
        )
      : t(
          '{count, plural, one {One check was not done: verify the folder again to see why.} other {# checks were not done: verify the folder again to see why.}}',
          { count: left },
        );
  return { ok: true, text: `${checked} ${unasked}` };
}

export const changedSince = (): string =>
  t(
    'The interview has changed since. These files show it as it was before. Export it again before you publish.',
  );
