import { InvalidArgumentError, type Command } from 'commander';
import { FEWEST_PEOPLE, MOST_PEOPLE } from '../../shared/contract/speakers';
import { AppError } from '../../shared/model/errors';
import type { Client } from './Client';
import type { Common } from './Common';
import type { Printer } from './Printer';

interface SpeakersOptions extends Common {
  people?: number;
  channels?: true;
  confirm?: true;
}

/** `speakers`: who speaks, as it is known, proposed or confirmed. */
export function addSpeakersCommand(
  command: (usage: string, description: string) => Command,
  client: Client,
  print: Printer,
): void {
  command('speakers <project>', 'list who speaks; propose it from the sound, and confirm it')
    .option('--people <n>', 'propose who says what, by the voices of so many people', parsePeople)
    .option('--channels', 'propose it by channel, where everybody has a microphone')
    .option('--confirm', 'you listened: whoever is proposed speaks indeed')
    .action((path: string, { json, passphraseFile, people, channels, confirm }: SpeakersOptions) => {
      if ([people, channels, confirm].filter((way) => way !== undefined).length > 1) {
        throw new AppError(
          'USAGE',
          'Name one of --people, --channels and --confirm: what is proposed is to be listened to before it is confirmed.',
          'See withheld speakers --help.',
        );
      }
      return client.withProject(path, passphraseFile, async (project) => {
        if (confirm) print.confirmed(await client.call('speakers.confirm', { project }), json);
        else if (people !== undefined)
          print.speakers(await client.call('speakers.propose', { project, people }), json);
        else if (channels) print.speakers(await client.call('speakers.propose', { project, channels }), json);
        else print.speakers(await client.call('speakers.list', { project }), json);
      });
    });
}

function parsePeople(text: string): number {
  const people = Number(text);
  if (/^\d+$/u.test(text) && people >= FEWEST_PEOPLE && people <= MOST_PEOPLE) return people;
  throw new InvalidArgumentError(`give a whole number from ${FEWEST_PEOPLE} to ${MOST_PEOPLE}`);
}
