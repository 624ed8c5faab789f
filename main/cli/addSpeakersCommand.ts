import { InvalidArgumentError, type Command } from 'commander';
import { FEWEST_PEOPLE, MOST_PEOPLE } from '../../shared/contract/speakers';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { Client } from './Client';
import type { Common } from './Common';
import type { Printer } from './Printer';

interface SpeakersOptions extends Common {
  people?: number;
  voiceModel?: string;
  channels?: true;
  confirm?: true;
}

/** `speakers`: lists who speaks, proposes it and confirms it. */
export function addSpeakersCommand(
  command: (usage: string, description: string) => Command,
  client: Client,
  print: Printer,
): void {
  command('speakers <interview>', t('list who speaks; propose it from the sound, and confirm it'))
    .option('--people <n>', t('propose who says what, by the voices of so many people'), parsePeople)
    .option(
      '--voice-model <file>',
      t('tell voices by a speaker-embedding model of your own (ONNX); it takes longer'),
    )
    .option('--channels', t('propose it by channel, where everybody has a microphone'))
    .option('--confirm', t('you listened: whoever is proposed speaks indeed'))
    .action((path: string, o: SpeakersOptions) => {
      const { json, passphraseFile, people, voiceModel, channels, confirm } = o;
      if ([people, channels, confirm].filter((way) => way !== undefined).length > 1) {
        throw new AppError(
          'USAGE',
          t(
            'Name one of --people, --channels and --confirm: listen to what is proposed before you confirm it.',
          ),
          t('See withheld speakers --help.'),
        );
      }
      if (voiceModel !== undefined && people === undefined) {
        throw new AppError(
          'USAGE',
          t('--voice-model tells apart the voices of so many people.'),
          t('Name --people with it.'),
        );
      }
      return client.withProject(path, passphraseFile, async (project) => {
        if (confirm) print.confirmed(await client.call('speakers.confirm', { project }), json);
        else if (people !== undefined)
          print.speakers(await client.call('speakers.propose', { project, people, voiceModel }), json);
        else if (channels) print.speakers(await client.call('speakers.propose', { project, channels }), json);
        else print.speakers(await client.call('speakers.list', { project }), json);
      });
    });
}

function parsePeople(text: string): number {
  const people = Number(text);
  if (/^\d+$/u.test(text) && people >= FEWEST_PEOPLE && people <= MOST_PEOPLE) return people;
  throw new InvalidArgumentError(
    t('It must be a whole number from {fewest} to {most}.', { fewest: FEWEST_PEOPLE, most: MOST_PEOPLE }),
  );
}
