import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { appRoot } from '../system/appRoot';
import { makeFolder } from '../system/makeFolder';
import type { Client } from './Client';
import type { Output } from './Output';
import type { Printer } from './Printer';

/** Anyone may open the demo; its interview is synthetic. */
const PASSPHRASE = 'demo';

/** Goes the whole way on a synthetic interview: transcribes, suggests, accepts, exports, verifies. */
export async function runDemo(
  client: Client,
  print: Printer,
  stderr: Output['stderr'],
  out: string,
  json?: true,
): Promise<void> {
  const folder = resolve(out);
  const path = join(folder, 'interview.withheld');
  const published = join(folder, 'published');
  await makeFolder(folder);
  if (existsSync(path)) await removeEarlierDemo(client, path, published);

  const tell = (text: string) => stderr.write(`${text}\n`);
  tell(t('Sealing the synthetic interview into an interview file…'));
  const { project } = await client.call('project.create', {
    path,
    passphrase: PASSPHRASE,
    media: join(appRoot(), 'resources', 'demo', 'interview.mp4'),
  });
  try {
    tell(t('Transcribing it with the demo model…'));
    const { words } = await client.call('transcribe.run', { project, model: 'demo', language: 'en' });
    const { entities, mentions } = await client.call('mark.acceptSuggestions', { project });
    tell(
      t(
        'Heard {words, plural, one {# word} other {# words}}; withholding {entities, plural, one {# name or number} other {# names and numbers}} in {mentions, plural, one {# place} other {# places}}…',
        { words, entities, mentions },
      ),
    );
    const { files, checks } = await client.call('export.run', {
      project,
      out: published,
      formats: ['txt', 'docx', 'html', 'srt', 'vtt', 'json'],
      title: 'A telephone call at night',
    });
    const transcript = await readFile(join(published, 'transcript.txt'), 'utf8');
    if (json) {
      print.json({ project: path, out: published, files, checks, transcript });
      return;
    }
    print.line(`\n${transcript}`);
    print.line(
      t(
        'Checked ({count, plural, one {# check} other {# checks}}): nothing that is withheld was found in these files:',
        { count: checks.length },
      ),
    );
    for (const { name } of files) print.line(`  ${join(published, name)}`);
    print.line(
      `${t('The interview file, passphrase "{passphrase}":', { passphrase: PASSPHRASE })}\n  ${path}`,
    );
    print.line(
      t(
        'This model knows synthetic voices only; `withheld models list` says which real one suits this machine.',
      ),
    );
  } finally {
    await client.call('project.close', { project });
  }
}

/** Removes an earlier demo. Only a file that the demo's passphrase opens was made by it; anything else stays. */
async function removeEarlierDemo(client: Client, path: string, published: string): Promise<void> {
  try {
    const { project } = await client.call('project.open', { path, passphrase: PASSPHRASE });
    await client.call('project.close', { project });
  } catch (cause) {
    throw new AppError(
      'FILE_EXISTS',
      t('The folder holds an interview file that is not the demo’s.'),
      t('Choose another folder with --out.'),
      { cause },
    );
  }
  await rm(path);
  await rm(published, { recursive: true, force: true });
}
