import type { Command } from 'commander';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { Client } from './Client';
import type { Common } from './Common';
import { givenMaybe } from './givenText';
import { parseCount } from './parseCount';
import { parseSeconds } from './parseSeconds';
import type { Printer } from './Printer';

interface ChaptersOptions extends Common {
  add?: true;
  change?: number;
  remove?: number;
  at?: number;
  text?: string;
}

/** `chapters`: lists, adds, changes and removes headings before lines, which are published with them. */
export function addChaptersCommand(
  command: (usage: string, description: string) => Command,
  client: Client,
  print: Printer,
): void {
  command('chapters <interview>', t('list the headings that stand before lines; add, change and remove them'))
    .option('--add', t('a heading before the line that is said at --at'))
    .option('--change <n>', t('write the heading of this chapter anew'), parseCount)
    .option('--remove <n>', t('remove the heading of this chapter; what is said stays'), parseCount)
    .option(
      '--at <time>',
      t('seconds, or minutes:seconds; words in a transcript without times'),
      parseSeconds,
    )
    .option('--text <heading>', t('what it reads; - reads it from standard input'))
    .action((path: string, o: ChaptersOptions) => {
      requireOneWay(o);
      const { json, passphraseFile, change, remove, at } = o;
      return client.withProject(path, passphraseFile, async (project) => {
        const text = await givenMaybe(o.text);
        if (at !== undefined && text !== undefined)
          print.chapter(await client.call('chapter.add', { project, at, text }), json);
        else if (change !== undefined && text !== undefined)
          print.chapter(await client.call('chapter.change', { project, chapter: change, text }), json);
        else if (remove !== undefined)
          print.chapters(await client.call('chapter.remove', { project, chapter: remove }), json);
        else print.chapters(await client.call('chapter.list', { project }), json);
      });
    });
}

function requireOneWay({ add, change, remove, at, text }: ChaptersOptions): void {
  const see = t('See withheld chapters --help.');
  if ([add, change, remove].filter((way) => way !== undefined).length > 1)
    throw new AppError('USAGE', t('Name one of --add, --change and --remove.'), see);
  const isWritten = add === true || change !== undefined;
  if ((at !== undefined) !== (add === true))
    throw new AppError('USAGE', t('A heading is added at a time: --add and --at go together.'), see);
  if ((text !== undefined) !== isWritten)
    throw new AppError('USAGE', t('--text is what --add or --change writes: name both.'), see);
}
