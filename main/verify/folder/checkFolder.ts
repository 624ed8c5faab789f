import { readdir } from 'node:fs/promises';
import { t } from '../../../shared/messages/messages';
import type { Check } from '../../../shared/model/check';
import type { ExportRecord } from '../../../shared/document/document';
import type { LeakFinder } from '../../../shared/leaks/LeakFinder';
import type { ExportedFolder } from '../ExportedFile';
import { runCheck } from '../runCheck';

const NEUTRAL = /^(?:transcript|recording|report)\.(?:txt|docx|html|srt|vtt|json|wav|m4a|mp3|opus|mp4)$/u;

/** Checks that the folder holds only the files of this export, as they were written, under names that say nothing. */
export async function checkFolder(
  folder: ExportedFolder,
  files: ExportRecord['files'],
  finder: LeakFinder,
): Promise<Check[]> {
  const nothingElse = await runCheck(
    'nothing else in the folder',
    null,
    () => t('Only the files of this export are there.'),
    async () => {
      const entries = await readdir(folder.path, { withFileTypes: true });
      const there = entries.map(({ name }) => name);
      const expected = files.map(({ name }) => name);
      return [
        ...there
          .filter((name) => !expected.includes(name))
          .map(() => () => t('something is there that is not part of the export')),
        // A link shows a file that lies elsewhere, and may show another one tomorrow.
        ...entries
          .filter((entry) => expected.includes(entry.name) && !entry.isFile())
          .map(() => () => t('something stands in the place of a file of the export')),
        ...expected
          .filter((name) => !there.includes(name))
          .map(() => () => t('a file of the export is missing')),
      ];
    },
  );
  const silent = () => t('No file name says anything withheld.');
  const names = await runCheck('file names', null, silent, async () =>
    (await readdir(folder.path))
      // The names of every export's files say nothing, even if a witness is called Page, or Script.
      .filter((name) => !NEUTRAL.test(name) && finder.count(name) > 0)
      .map(() => () => t('a file name says something withheld')),
  );
  const unchanged = files.map(({ name, sha256 }) =>
    runCheck(
      'unchanged',
      name,
      () => t('It is as it was written.'),
      async () =>
        (await folder.file(name).describe()).sha256 === sha256
          ? []
          : [() => t('it is not what the export wrote')],
    ),
  );
  return [nothingElse, names, ...(await Promise.all(unchanged))];
}
