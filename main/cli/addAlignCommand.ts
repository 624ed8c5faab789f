import type { Command } from 'commander';
import { t } from '../../shared/messages/messages';
import type { Client } from './Client';
import type { Common } from './Common';
import type { Printer } from './Printer';

interface AlignOptions extends Common {
  model?: string;
  language?: string;
}

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
    .option('--language <code>', t('the language spoken; by default the transcript’s, or detected'))
    .action((path: string, { json, passphraseFile, model, language }: AlignOptions) =>
      client.withProject(path, passphraseFile, async (project) => {
        const asked = {
          ...(model !== undefined && { model }),
          ...(language !== undefined && { language }),
        };
        print.aligned(await client.call('align.run', { project, ...asked }), json);
      }),
    );
}
