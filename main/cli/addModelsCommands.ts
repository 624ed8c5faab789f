import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Result } from '../../shared/contract/api';
import { AppError } from '../../shared/model/errors';
import { cancelled } from '../system/runTool';
import type { Client } from './Client';
import type { Output } from './Output';
import type { Printer } from './Printer';

type Models = Result<'models.list'>;

/** `models`: which there are, and how they come to this machine and go from it. */
export function addModelsCommands(
  program: Command,
  client: Client,
  print: Printer,
  stderr: Output['stderr'],
): void {
  const models = program
    .command('models')
    .description('the models that recognise speech: list, get, add, test, remove')
    .action(() => models.help({ error: true }));
  const command = (usage: string, description: string) =>
    models
      .command(usage)
      .description(description)
      .option('--json', 'put one JSON document on stdout')
      .allowExcessArguments(false);

  command('list', 'which there are, and which one suits this machine and a language')
    .option('--language <code>', 'the language that is spoken')
    .action(async ({ json, language }: { json?: true; language?: string }) => {
      const list = await client.call('models.list', language === undefined ? {} : { language });
      if (json) print.json(list);
      else for (const line of describeModels(list)) print.line(line);
    });

  command('get <name>', 'get a published model from its host; Ctrl-C pauses, and the same command goes on')
    .option('--yes', 'without a question')
    .action(async (name: string, { json, yes }: { json?: true; yes?: true }) => {
      const list = await client.call('models.list', {});
      const model = list.models.find((one) => one.name === name && one.own !== true && one.name !== 'demo');
      if (model && !model.present) {
        stderr.write(`${whatIsAsked(list, model)}\n`);
        if (!yes) await confirm();
      }
      const got = await client.call('models.get', { name });
      if (json) print.json(got);
      else if (got.before) print.line(`${name} is here already; nothing was asked of any host.`);
      else print.line(`Got ${name}, and its digest is right (SHA-256 ${got.sha256}).`);
    });

  command('add <file>', 'take a model from a file, for machines that are never online').action(
    async (file: string, { json }: { json?: true }) => {
      const added = await client.call('models.add', { file });
      if (json) return print.json(added);
      print.line(`Added it as ${added.name}.`);
      if (!added.published)
        print.line(
          `It is none of the published models, so nobody but you knows it (SHA-256 ${added.sha256}).`,
        );
    },
  );

  command('test [name]', 'how fast a model recognises speech on each device of this machine').action(
    async (name: string | undefined, { json }: { json?: true }) => {
      const tested = await client.call('models.test', { name: name ?? (await modelToTest(client)) });
      if (json) print.json(tested);
      else for (const line of describeSpeeds(tested)) print.line(line);
    },
  );

  command('remove <name>', 'remove a model, or what came of one').action(
    async (name: string, { json }: { json?: true }) => {
      await client.call('models.remove', { name });
      if (json) print.json({});
      else print.line(`Removed ${name}.`);
    },
  );
}

/** The best that is here; the demo's where there is no other. */
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
        ? 'cannot be used; the processor does its work'
        : `${took.toFixed(1)} s, ${(seconds / took).toFixed(1)} times as fast as it is spoken`;
    return `  ${device.padEnd(10)}  ${speed}  (${description})`;
  });
  const graphics =
    devices.length > 1
      ? []
      : ['No graphics processor is used: none is there that this build has a library for.'];
  return [`${name}, ${seconds.toFixed(0)} seconds of speech:`, ...lines, ...graphics];
}

function describeModels({ models, recommended, folder }: Models): string[] {
  const lines = models.map(({ name, present, part, bytes, memory, own, ...model }) => {
    const state = present ? 'here' : part === undefined ? '' : `${Math.floor((100 * part) / bytes)} % here`;
    const about = [`${megabytes(bytes)} MB`, `${megabytes(memory)} MB of memory`, ...whatItKnows(model)];
    if (own) about.push('added by you');
    if (name === 'demo') about.push('knows the demo’s voices only');
    return `  ${name.padEnd(20)}  ${state.padEnd(9)}  ${about.join(', ')}`;
  });
  lines.push(`They are in ${folder}`);
  if (recommended) lines.push(`Recommended: ${recommended.name}. ${recommended.why}`);
  return lines;
}

function whatItKnows({
  kind,
  multilingual,
  languages,
}: Pick<Models['models'][number], 'kind' | 'multilingual' | 'languages'>): string[] {
  if (kind === 'whisper') return ['Whisper', multilingual ? 'many languages' : 'English only'];
  return ['Parakeet', multilingual && languages ? languages.join(' ') : 'English only'];
}

/** Which host is asked and for how much, said before anything is asked. */
function whatIsAsked(
  { published, hosts }: Models,
  { name, bytes, part = 0 }: Models['models'][number],
): string {
  const { host, hostname } = new URL(published);
  const others = hosts.map((each) =>
    each === hostname ? `hosts below ${each}` : `${each} and those below it`,
  );
  const size = new Intl.NumberFormat('en').format(bytes);
  const left = part > 0 ? `, of which ${new Intl.NumberFormat('en').format(part)} are here` : '';
  return (
    `To get ${name}, ${host} is asked for a file of ${size} bytes${left}. It may hand over to ${others.join(', or to ')}. ` +
    'They, and whoever watches this connection, learn that this machine gets this model, and nothing else.'
  );
}

async function confirm(): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new AppError('USAGE', 'Nothing was asked of any host yet.', 'Add --yes to get the model.');
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const interrupt = new AbortController();
  lines.once('SIGINT', () => interrupt.abort());
  try {
    const answer = await lines.question('Get it? [y/N] ', { signal: interrupt.signal });
    if (!/^y(?:es)?$/iu.test(answer.trim())) throw cancelled();
  } finally {
    lines.close();
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6);
