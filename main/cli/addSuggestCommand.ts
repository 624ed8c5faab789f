import { Option, type Command } from 'commander';
import { howWell } from '../../shared/leaks/howWell';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { DEFAULT_QUESTIONS, QUESTION_LEVELS, type QuestionLevel } from '../../shared/model/questionLevel';
import { readStandardInput, readText } from '../system/readInput';
import type { Client } from './Client';
import type { Common } from './Common';
import { STANDARD_INPUT } from './givenText';
import type { Printer } from './Printer';

interface SuggestOptions extends Common {
  text?: string;
  left?: true;
  ask: QuestionLevel;
  namesModel?: string;
}

/** Makes the option `--ask` of every command that goes by suggestions. */
export const askOption = (): Option =>
  new Option('--ask <level>', t('how much to be asked: names that are surer, or nearly all that may be one'))
    .choices(QUESTION_LEVELS)
    .default(DEFAULT_QUESTIONS);

/** Makes the option `--names-model` of the same commands, for a model that the person brings. */
export const namesModelOption = (): Option =>
  new Option(
    '--names-model <file>',
    t('a names model of your own (ONNX) that reads the text too; it takes minutes'),
  );

/** `suggest`: lists what may identify someone, by identity, and tells how well names are found in what is spoken. */
export function addSuggestCommand(
  command: (usage: string, description: string) => Command,
  client: Client,
  print: Printer,
): void {
  command('suggest [interview]', t('list what may identify someone'))
    .option('--text <file>', t('look through a plain text instead of an interview; - is standard input'))
    .option('--left', t('list what still stands of what is withheld, or sounds like it'))
    .addOption(askOption())
    .addOption(namesModelOption())
    .action(async (path: string | undefined, o: SuggestOptions) => {
      if ((path === undefined) === (o.text === undefined) || (o.left && path === undefined)) {
        throw new AppError(
          'USAGE',
          t('Name either an interview file or --text FILE.'),
          t('See withheld suggest --help.'),
        );
      }
      if (o.left && o.namesModel !== undefined) {
        throw new AppError(
          'USAGE',
          t('What is left of withheld names is looked for without a names model.'),
          t('Leave out --names-model or --left.'),
        );
      }
      const { namesModel } = o;
      if (o.text !== undefined) {
        const text = o.text === STANDARD_INPUT ? await readStandardInput() : await readText(o.text);
        const { suggestions } = await client.call('suggest.text', { text, namesModel });
        const how = howWell(text.split(/\s+/u), 'und', await client.call('suggest.measured', {}));
        print.suggestions({ suggestions, ask: o.ask, how, unit: 'characters', namesModel }, o.json);
      } else if (path !== undefined) {
        await client.withProject(path, o.passphraseFile, async (project) => {
          if (o.left) {
            print.leftovers(await client.call('suggest.leftovers', { project }), o.json);
            return;
          }
          const { suggestions } = await client.call('suggest.project', { project, namesModel });
          const { words, language } = await client.call('project.show', { project });
          const measured = await client.call('suggest.measured', {});
          const how = howWell(
            words.map(({ text }) => text),
            language,
            measured,
          );
          print.suggestions({ suggestions, ask: o.ask, how, unit: 'seconds', namesModel }, o.json);
        });
      }
    });
}
