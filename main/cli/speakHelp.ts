import { Help, type Command, type Option } from 'commander';
import { t } from '../../shared/messages/messages';

/** Names of values in angle brackets. Words that are typed as they are, such as `mix`, are not among them. */
const VALUES: Readonly<Record<string, () => string>> = {
  interview: () => t('interview'),
  file: () => t('file'),
  folder: () => t('folder'),
  name: () => t('name'),
  code: () => t('code'),
  codes: () => t('codes'),
  time: () => t('time'),
  'from-to': () => t('from-to'),
  seconds: () => t('seconds'),
  n: () => t('n'),
  text: () => t('text'),
  word: () => t('word'),
  words: () => t('words'),
  heading: () => t('heading'),
  type: () => t('type'),
  level: () => t('level'),
  list: () => t('list'),
  kind: () => t('kind'),
  what: () => t('what'),
  where: () => t('where'),
  format: () => t('format'),
  sound: () => t('sound'),
  mark: () => t('mark'),
  options: () => t('options'),
  command: () => t('command'),
};

const TITLES: Readonly<Record<string, () => string>> = {
  'Usage:': () => t('Usage:'),
  'Options:': () => t('Options:'),
  'Commands:': () => t('Commands:'),
};

/** Puts the names of values, as in `--media <file>`, into the language of the person. */
export const speakUsage = (usage: string): string =>
  usage.replace(
    /([<[])([^<>[\]]+)([>\]])/gu,
    (_, open: string, values: string, close: string) =>
      open +
      values
        .split('|')
        .map((value) => VALUES[value]?.() ?? value)
        .join('|') +
      close,
  );

/** Sets up the help of a command, and of all that are added to it, in the language of the person. */
export function speakHelp(program: Command): void {
  const plain = new Help();
  program
    .helpOption('-h, --help', t('display help for command'))
    .helpCommand('help [command]', t('display help for command'))
    .configureHelp({
      styleTitle: (title) => TITLES[title]?.() ?? title,
      commandUsage: (command) => speakUsage(plain.commandUsage(command)),
      subcommandTerm: (command) => speakUsage(plain.subcommandTerm(command)),
      optionTerm: (option) => speakUsage(plain.optionTerm(option)),
      optionDescription: describeOption,
    });
}

/** Returns an option's description, with its choices and its default. */
function describeOption({ description, argChoices, defaultValue, required }: Option): string {
  const more = [
    ...(argChoices
      ? [t('choices: {choices}', { choices: argChoices.map((one) => JSON.stringify(one)).join(', ') })]
      : []),
    ...(required && defaultValue !== undefined && !Array.isArray(defaultValue)
      ? [t('default: {value}', { value: JSON.stringify(defaultValue) })]
      : []),
  ];
  return more.length > 0 ? `${description} (${more.join(', ')})` : description;
}
