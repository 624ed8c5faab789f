import type { Check } from '../../../shared/model/check';
import { counted } from '../../ui/entityWords';

/** What each check looks for, in plain words; its own name where it has none here. */
const SAID: Readonly<Record<string, string>> = {
  'name of the folder': 'The name of the folder says nothing withheld',
  'nothing else in the folder': 'Nothing else is in the folder',
  'file names': 'No name of a file says anything withheld',
  unchanged: 'The file is as it was exported',
  'word for word': 'The file says what is published, word for word',
  format: 'An export writes such files',
  'no withheld word': 'No withheld word is in the file, in any spelling',
  'nothing but the recording in the file': 'Nothing is hidden in the file',
  'streams and tags': 'No further tracks, and no notes about where, when or with what it was made',
  'frames and their times': 'Every frame of the picture is there',
  'size and turn': 'The picture is as large as it was, and upright',
  'nothing but picture in the picture': 'Nothing is hidden in the picture',
  'covered as planned': 'The picture is covered wherever it should be',
  'masked as planned': 'The sound is masked wherever something is withheld',
  'no trace of the recording': 'Nothing of what was recorded is left under the masks',
  length: 'The recording is as long as it was',
  'voices disguised': 'The voices are disguised',
  'heard again': 'The recogniser hears nothing withheld',
  'withheld as the project is now': 'All that is withheld today is withheld in it',
};

export const saidBy = ({ name }: Pick<Check, 'name'>): string => SAID[name] ?? name;

export const answerOf = ({ ok, done }: Check): 'passed' | 'failed' | 'not done' =>
  ok ? (done === false ? 'not done' : 'passed') : 'failed';

/** The one sentence in which it all ends. @param why where it is told why something was not asked. */
export function verdictOn(
  checks: readonly Check[],
  files: readonly string[],
  why = 'see above why',
): { ok: boolean; text: string } {
  const failed = checks.filter((check) => answerOf(check) === 'failed');
  const left = checks.filter((check) => answerOf(check) === 'not done');
  const those = files.length === 1 ? 'this file' : `these ${files.length} files`;
  if (failed.length > 0) {
    return {
      ok: false,
      text: `Do not publish this folder: ${counted(failed.length, 'check')} failed.`,
    };
  }
  const unasked =
    left.length === 0
      ? ''
      : ` ${left.length === 1 ? 'One check was' : `${left.length} checks were`} not done: ${why}.`;
  return { ok: true, text: `Checked: nothing that is withheld was found in ${those}.${unasked}` };
}

export const CHANGED_SINCE =
  'The interview was changed since: these files are as it was before. Export it again before you publish.';
