import type { Command } from 'commander';
import { t } from '../../shared/messages/messages';
import type { Client } from './Client';
import type { Common } from './Common';
import type { Printer } from './Printer';

/** `align`: lays the words of a transcript on its recording. */
export function addAlignCommand(
  command: (usage: string, description: string) => Command,
  client: Client,
  print: Printer,
): void {
  command('align <interview>', t('find the words of the transcript in the recording: where each is said'))
    .option(
      '--model <file|name>',
      t(
        'a whisper.cpp model: a file, a name of withheld models, or demo; by default the one that transcribed',
      ),
    )
    .action((path: string, { json, passphraseFile, model }: Common & { model?: string }) =>
      client.withProject(path, passphraseFile, async (project) =>
        print.aligned(
          await client.call('align.run', { project, ...(model !== undefined && { model }) }),
          json,
        ),
      ),
    );
}
