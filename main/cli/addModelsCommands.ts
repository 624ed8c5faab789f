import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Result } from '../../shared/contract/api';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { cancelled } from '../system/runTool';
import type { Client } from './Client';
import type { Output } from './Output';
import type { Printer } from './Printer';

type Models = Result<'models.list'>;

/** `models`: lists the models, and gets, adds, tests and removes them. */
export function addModelsCommands(
  program: Command,
  client: Client,
  print: Printer,
  stderr: Output['stderr'],
): void {
  const models = program
    .command('models')
    .description(t('the models that recognise speech: list, get, add, test, remove'))
    .action(() => models.help({ error: true }));
  const command = (usage: string, description: string) =>
    models
      .command(usage)
      .description(description)
      .option('--json', t('put one JSON document on stdout'))
      .allowExcessArguments(false);

  command('list', t('which there are, and which one suits this machine and a language'))
    .option('--language <code>', t('the language that is spoken'))
    .action(async ({ json, language }: { json?: true; language?: string }) => {
      const list = await client.call('models.list', language === undefined ? {} : { language });
      if (json) print.json(list);
      else for (const line of describeModels(list)) print.line(line);
    });

  command('get <name>', t('get a published model from its host; Ctrl-C pauses, and the same command goes on'))
    .option('--yes', t('without a question'))
    .action(async (name: string, { json, yes }: { json?: true; yes?: true }) => {
      const list = await client.call('models.list', {});
      const model = list.models.find((one) => one.name === name && one.own !== true && one.name !== 'demo');
      if (model && !model.present) {
        stderr.write(`${whatIsAsked(list, model)}\n`);
        if (!yes) await confirm();
      }
      const got = await client.call('models.get', { name });
      if (json) print.json(got);
      else if (got.before) print.line(t('{name} is here already; nothing was asked of any host.', { name }));
      else
        print.line(
          t('Got {name}, and its digest is right (SHA-256 {digest}).', { name, digest: got.sha256 }),
        );
    });

  command('add <file>', t('take a model from a file, for machines that are never online')).action(
    async (file: string, { json }: { json?: true }) => {
      const added = await client.call('models.add', { file });
      if (json) return print.json(added);
      print.line(t('Added it as {name}.', { name: added.name }));
      if (!added.published)
        print.line(
          t('It is none of the published models, so nobody but you knows it (SHA-256 {digest}).', {
            digest: added.sha256,
          }),
        );
    },
  );

  command('test [name]', t('how fast a model recognises speech on each device of this machine')).action(
    async (name: string | undefined, { json }: { json?: true }) => {
      const tested = await client.call('models.test', { name: name ?? (await modelToTest(client)) });
      if (json) print.json(tested);
      else for (const line of describeSpeeds(tested)) print.line(line);
    },
  );

  command('remove <name>', t('remove a model, or what came of one')).action(
    async (name: string, { json }: { json?: true }) => {
      await client.call('models.remove', { name });
      if (json) print.json({});
      else print.line(t('Removed {name}.', { name }));
    },
  );
}

/** Returns the best model on this machine; the demo's where there is no other. */
async function modelToTest(client: Client): Promise<string> {
  const { models, recommended } = await client.call('models.list', {});
  const here = models.filter(({ name, present }) => present && name !== 'demo').map(({ name }) => name);
  const best = here.find((name) => name === recommended?.name) ?? here.at(-1);
  return best ?? 'demo';
}

function describeSpeeds({ name, seconds, devices }: Result<'models.test'>): string[] {
  const lines = devices.map(({ name: device, description, took }) => {
    const speed =
      took === null
        ? t('cannot be used; the processor does its work')
        : t('{seconds, number, ::.0} s, {times, number, ::.0} times as fast as it is spoken', {
            seconds: took,
            times: seconds / took,
          });
    return `  ${device.padEnd(10)}  ${speed}  (${description})`;
  });
  const graphics =
    devices.length > 1
      ? []
      : [t('No graphics processor is used: none is there that this build has a library for.')];
  const tried = t('{name}, {seconds, plural, one {# second} other {# seconds}} of speech:', {
    name,
    seconds: Math.round(seconds),
  });
  return [tried, ...lines, ...graphics];
}

function describeModels({ models, recommended, folder }: Models): string[] {
  const lines = models.map(({ name, present, part, bytes, memory, own, ...model }) => {
    const state = present
      ? t('here')
      : part === undefined
        ? ''
        : t('{percent} % here', { percent: Math.floor((100 * part) / bytes) });
    const about = [
      t('{megabytes} MB', { megabytes: megabytes(bytes) }),
      t('{megabytes} MB of memory', { megabytes: megabytes(memory) }),
      ...whatItKnows(model),
    ];
    if (own) about.push(t('added by you'));
    if (name === 'demo') about.push(t('knows the demo’s voices only'));
    return `  ${name.padEnd(20)}  ${state.padEnd(9)}  ${about.join(', ')}`;
  });
  lines.push(t('They are in {folder}', { folder }));
  if (recommended)
    lines.push(t('Recommended: {name}. {why}', { name: recommended.name, why: recommended.why }));
  return lines;
}

function whatItKnows({
  kind,
  multilingual,
  languages,
}: Pick<Models['models'][number], 'kind' | 'multilingual' | 'languages'>): string[] {
  if (kind === 'whisper') return ['Whisper', multilingual ? t('many languages') : t('English only')];
  return ['Parakeet', multilingual && languages ? languages.join(' ') : t('English only')];
}

/** Says which host is asked, and for how much, before anything is asked. */
function whatIsAsked(
  { published, hosts }: Models,
  { name, bytes, part = 0 }: Models['models'][number],
): string {
  const { host, hostname } = new URL(published);
  const others = hosts.map((each) =>
    each === hostname
      ? t('hosts below {host}', { host: each })
      : t('{host} and those below it', { host: each }),
  );
  return t(
    '{part, plural, =0 {To get {name}, {host} is asked for a file of {bytes, number} bytes.} other {To get {name}, {host} is asked for a file of {bytes, number} bytes, of which # are here.}} It may hand over to {others}. They, and whoever watches this connection, learn that this machine gets this model, and nothing else.',
    { name, host, bytes, part, others: others.join(t(', or to ')) },
  );
}

async function confirm(): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new AppError('USAGE', t('Nothing was asked of any host yet.'), t('Add --yes to get the model.'));
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const interrupt = new AbortController();
  lines.once('SIGINT', () => interrupt.abort());
  try {
    const answer = await lines.question(`${t('Get it? [y/N]')} `, { signal: interrupt.signal });
    // Whoever reads Russian may type either letter.
    if (!/^(?:y(?:es)?|д(?:а)?)$/iu.test(answer.trim())) throw cancelled();
  } finally {
    lines.close();
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6);
