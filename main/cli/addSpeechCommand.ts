import type { Command } from 'commander';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { Client } from './Client';
import type { Common } from './Common';
import { parseStretch } from './parseStretch';
import type { Printer } from './Printer';

/** Names that `--transcribe` has for the lists of what is found. */
const LISTS = { all: 'stretches', skipped: 'skipped' } as const;

type Chosen = { from: number; to: number } | 'all';

interface SpeechOptions extends Common {
  publish?: Chosen;
  transcribe?: Chosen | 'skipped';
  model?: string;
}

/** `speech`: lists speech without words and skipped pauses, and publishes or transcribes them. */
export function addSpeechCommand(
  command: (usage: string, description: string) => Command,
  client: Client,
  print: Printer,
): void {
  command(
    'speech <interview>',
    t('list where somebody speaks and the transcript has no words, and pauses that were skipped'),
  )
    .option(
      '--publish <from-to|all>',
      t('publish what is said there as it is: you listened to it'),
      parseChosen,
    )
    .option(
      '--transcribe <from-to|all|skipped>',
      t('hear it again and put its words into the transcript; skipped: all pauses'),
      (text) => (text === 'skipped' ? text : parseChosen(text)),
    )
    .option('--model <file|name>', t('to hear it with; by default the one that transcribed'))
    .action((path: string, { json, passphraseFile, publish, transcribe, model }: SpeechOptions) => {
      if (publish !== undefined && transcribe !== undefined)
        throw new AppError(
          'USAGE',
          t('Name one of --publish and --transcribe.'),
          t('See withheld speech --help.'),
        );
      return client.withProject(path, passphraseFile, async (project) => {
        if (publish === undefined && transcribe === undefined) {
          print.speech(await client.call('speech.find', { project }), json);
        } else if (publish !== undefined) {
          // All stretches must be known before `all` can publish them.
          if (publish === 'all') await client.call('speech.find', { project });
          const which = publish === 'all' ? { all: true as const } : publish;
          print.published(await client.call('speech.publish', { project, ...which }), json);
        } else if (transcribe !== undefined) {
          const stretches =
            typeof transcribe === 'string'
              ? (await client.call('speech.find', { project }))[LISTS[transcribe]]
              : [transcribe];
          let words = 0;
          for (const stretch of stretches) {
            const named = { project, ...stretch, ...(model !== undefined && { model }) };
            words += (await client.call('transcribe.stretch', named)).words;
          }
          print.heardAgain({ words }, json);
        }
      });
    });
}

const parseChosen = (text: string): Chosen => (text === 'all' ? text : parseStretch(text));
