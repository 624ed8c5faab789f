import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../../shared/contract/api';
import { FIXTURES, withheld as run, withheldJson as runJson } from '../../../support/commandLine';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { makeParakeetModel } from '../../../support/makeParakeetModel';

const at = useTemporaryFolder();
const env = () => ({ WITHHELD_MODELS: at('models') });
const withheld = (...args: string[]) => run(args, { env: env() });
const withheldJson = <T>(...args: string[]) => runJson<T>(args, { env: env() });

const MEDIA = join(FIXTURES, 'interviews', 'short-40s.flac');
const PARAKEET = ['--model', 'second-ear'];
let added: Result<'models.add'>;
beforeAll(async () => {
  makeParakeetModel(at('second-ear.bin'));
  added = await withheldJson('models', 'add', at('second-ear.bin'));
});

describe('a Parakeet model', () => {
  it('comes from a file, and is listed with its kind and its languages', async () => {
    expect(added).toMatchObject({ name: 'second-ear', published: false });
    const { models } = await withheldJson<Result<'models.list'>>('models', 'list');
    const found = models.find(({ name }) => name === 'second-ear');
    expect(found).toMatchObject({ kind: 'parakeet', present: true, own: true, multilingual: true });
    expect(found?.bytes).toBe(statSync(at('second-ear.bin')).size);
    expect(found?.languages).toHaveLength(25);
    expect(found?.languages).toEqual(expect.arrayContaining(['ru', 'uk', 'en']));
    expect(models.find(({ name }) => name === 'demo')).toMatchObject({
      kind: 'whisper',
      multilingual: false,
    });
    const { stdout } = await withheld('models', 'list');
    const lines = stdout.split('\n');
    expect(lines.find((line) => line.includes('second-ear'))).toMatch(
      /Parakeet, bg cs da .* ru .*added by you/u,
    );
    expect(lines.find((line) => line.includes('small.en'))).toMatch(/Whisper, English only/u);
  });

  it('is measured as others are', async () => {
    const tested = await withheldJson<Result<'models.test'>>('models', 'test', 'second-ear');
    expect(tested.devices[0]?.took).toBeGreaterThan(0);
  });

  it('transcribes by its name, once it is told the language, which it does not tell', async () => {
    const project = at('heard.withheld');
    await withheldJson('new', project, '--media', MEDIA);
    const untold = await withheld('transcribe', project, ...PARAKEET);
    expect(untold.code).toBe(2);
    expect(untold.stderr).toContain('Name the one that is spoken');
    const told = await withheldJson<Result<'transcribe.run'>>(
      'transcribe',
      project,
      ...PARAKEET,
      '--language',
      'ru',
    );
    expect(told).toMatchObject({ language: 'ru' });
    expect(told.words).toBeGreaterThan(5);
    await withheldJson('mark', project, '--text', await firstWord(project));
    const { mentions } = await withheldJson<Result<'project.show'>>('show', project);
    expect(mentions.length).toBeGreaterThan(0);
    const laid = await withheld('align', project);
    expect(laid.code).not.toBe(0);
    expect(laid.stderr).toContain('cannot find where given words are said');
    expect(laid.stderr).toContain('Name a Whisper model');
  });
});

const firstWord = async (project: string): Promise<string> =>
  (await withheldJson<Result<'project.show'>>('show', project)).words[0]?.text ?? '';

describe('the second ear', () => {
  let project = '';
  beforeAll(async () => {
    project = at('interview.withheld');
    await withheldJson('new', project, '--media', MEDIA);
    await withheldJson('transcribe', project, '--model', 'demo', '--language', 'en');
    await withheldJson('mark', project, '--accept-suggestions');
  });

  it('hears a stretch again, beside what is there', async () => {
    const heard = await withheldJson<Result<'transcribe.again'>>(
      ...['transcribe', project, '--from', '10', '--to', '14', ...PARAKEET],
    );
    expect(heard).toMatchObject({ taken: false, complete: true, language: 'en' });
    expect(heard.after.length).toBeGreaterThan(0);
    expect(heard.after.map(({ text }) => text)).not.toEqual(heard.before.map(({ text }) => text));
    const kazakh = ['transcribe', project, '--from', '10', '--to', '14', ...PARAKEET, '--language', 'kk'];
    const { code, stderr } = await withheld(...kazakh);
    expect(code).toBe(2);
    expect(stderr).toContain('does not know the language kk');
    await withheldJson('transcribe', project, '--leave');
  });

  it('lays no words on a recording, and says what does', async () => {
    const { code, stderr } = await withheld('align', project, ...PARAKEET);
    expect(code).not.toBe(0);
    expect(stderr).toContain('Name a Whisper model');
  });

  it('does not listen to a language that it does not know, also where only the text tells which that is', async () => {
    const said =
      'Содан кейін Ерлан Тойшыбек келіп бізге үйге қайтуға болады деді өйткені жол жабық еді'.split(' ');
    const words = said.map((text, i) => ({ text, start: 1 + i * 1.5, end: 1.9 + i * 1.5 }));
    const [kazakh, file] = [at('kazakh.withheld'), at('kazakh.json')];
    writeFileSync(file, JSON.stringify({ words }));
    await withheldJson('new', kazakh, '--media', MEDIA, '--transcript', file);
    await withheldJson('mark', kazakh, '--no-align', '--text', 'Ерлан Тойшыбек');
    await withheldJson('speech', kazakh, '--publish', 'all');
    const { code, stderr } = await withheld('export', kazakh, '--out', at('kazakh'), ...PARAKEET);
    expect(code).toBe(2);
    expect(stderr).toContain('does not know the language kk');
  });

  it.each([
    ['the one that transcribed', [], 'The model that transcribed it listened (Whisper).'],
    ['the other one', PARAKEET, 'Another model than the one that transcribed it listened (Parakeet).'],
  ])(
    'or the first, whichever is named, listens to an export, and the report says that it was %s',
    async (who, model, says) => {
      const out = at(`out ${who}`);
      const sound = ['--media', 'audio', '--audio-format', 'wav', '--formats', 'txt'];
      const { checks } = await withheldJson<Result<'export.run'>>(
        'export',
        project,
        '--out',
        out,
        ...sound,
        ...model,
      );
      const heard = checks.find(({ name }) => name === 'heard again');
      expect(heard).toMatchObject({ ok: true });
      expect(heard?.done).toBeUndefined();
      expect(heard?.detail).toContain(says);
      expect(readFileSync(join(out, 'report.json'), 'utf8')).toContain(says);
      expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain(says);
      // Whichever model listened then, each may listen now.
      for (const other of [[], PARAKEET])
        expect(await withheldJson('verify', project, out, ...other)).toMatchObject({ ok: true });
    },
  );
});
