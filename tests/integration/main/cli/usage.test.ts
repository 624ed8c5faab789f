import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Result } from '../../../../shared/contract/api';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { FIXTURES, PASSPHRASE, withheld, withheldJson } from '../../../support/commandLine';

const errorOf = (stdout: string): { code: string; message: string; next: string } =>
  (JSON.parse(stdout) as { error: { code: string; message: string; next: string } }).error;

describe('wrong usage', () => {
  it.each([
    [['frobnicate']],
    [['new']],
    [['new', 'x.withheld']],
    [['new', 'x.withheld', '--media']],
    [['new', 'x.withheld', '--transcript', 'a.srt', '--transcript', 'b.srt']],
    [['export', 'x.withheld', '--out', 'y', '--title', 'a', '--title=b']],
    [['transcribe', 'x.withheld', '--model', 'demo', '--threads', 'many']],
    [['export', 'x.withheld']],
    [['export', 'x.withheld', '--out', 'y', '--formats', 'txt,pdf']],
    [['export', 'x.withheld', '--out', 'y', '--blur', 'duck']],
    [['mark', 'x.withheld']],
    [['mark', 'x.withheld', '--text', 'a', '--accept-suggestions']],
    [['suggest']],
    [['show', 'x.withheld', 'y.withheld']],
  ])('%j exits 2 with one sentence and a next step', async (args) => {
    const [command = '', ...rest] = args;
    const { code, stdout, stderr } = await withheld([command, '--json', ...rest]);
    expect(code).toBe(2);
    expect(errorOf(stdout).code).toBe('USAGE');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/^\S.*\. \S.*\.\n$/u);
  });

  it.each(['Otenova', '-otenova', "'--otenova'"])(
    'does not repeat %j, and says where it is wrong',
    async (typed) => {
      const { code, stderr } = await withheld(['overrule', 'x.withheld', '--', typed]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^The value of <from-to> is not valid\. It must be seconds/u);
      expect(stderr.toLowerCase()).not.toContain('otenova');
    },
  );

  it('prints help on stdout and exits 0', async () => {
    const { code, stdout } = await withheld(['export', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--audio-format');
  });
});

describe('the passphrase', () => {
  const at = useTemporaryFolder();
  let project = '';

  beforeAll(async () => {
    project = at('p.withheld');
    await writeFile(at('passphrase.txt'), `${PASSPHRASE}\r\nsecond line\n`);
    await writeFile(at('text.txt'), 'Only a few words.\n');
    await withheldJson(['new', project, '--transcript', at('text.txt')]);
  });

  it('is read from the first line of a file', async () => {
    const shown = await withheldJson<Result<'project.show'>>(
      ['show', project, '--passphrase-file', at('passphrase.txt')],
      { env: { WITHHELD_PASSPHRASE: 'another' } },
    );
    expect(shown.words).toHaveLength(4);
  });

  it.each([
    ['wrong', 'another', 'PASSPHRASE_WRONG'],
    ['empty', '', 'PASSPHRASE_MISSING'],
    ['not given and nobody can be asked', undefined, 'PASSPHRASE_MISSING'],
  ])('is %s: says so and exits 1', async (_name, passphrase, expected) => {
    const { code, stdout } = await withheld(['show', project, '--json'], {
      env: { WITHHELD_PASSPHRASE: passphrase },
    });
    expect(code).toBe(1);
    expect(errorOf(stdout).code).toBe(expected);
  });
});

describe('a transcript without a recording', () => {
  const at = useTemporaryFolder();

  beforeAll(async () => {
    await writeFile(
      at('testimony.txt'),
      'We met Mira Oten’s brother.\n\nThen Mira Oten, Olen Dask and Ivo Tarn left Karvel.\n',
    );
    await writeFile(
      at('words.json'),
      JSON.stringify({ language: 'en', words: [{ text: 'One', start: 0, end: 1 }] }),
    );
  });

  it('is exported in the three forms of the marker', async () => {
    const project = at('forms.withheld');
    await withheldJson(['new', project, '--transcript', at('testimony.txt')]);
    await writeFile(
      at('marks.json'),
      JSON.stringify([
        { text: 'Mira Oten, Olen Dask and Ivo Tarn', description: 'names of journalists', join: 'space' },
        { text: 'Mira Oten', type: 'person' },
        { text: 'Karvel', type: 'place', description: 'a town in the north', join: 'dash' },
      ]),
    );
    await writeFile(at('intro.txt'), 'Recorded in May.\n');
    await withheldJson(['mark', project, '--from', at('marks.json')]);
    const out = at('forms');
    await withheldJson([
      'export',
      project,
      '--out',
      out,
      '--formats',
      'txt',
      '--title',
      'What we saw',
      '--intro',
      at('intro.txt'),
    ]);
    const { readFile } = await import('node:fs/promises');
    expect(await readFile(join(out, 'transcript.txt'), 'utf8')).toBe(
      'What we saw\n\nRecorded in May.\n\n' +
        'We met (DELETED)’s brother.\n\n' +
        'Then (DELETED names of journalists) left (DELETED-a town in the north).\n',
    );
  });

  it('has no times, so captions are refused with a next step and no folder is left', async () => {
    const project = at('captions.withheld');
    await withheldJson(['new', project, '--transcript', at('testimony.txt')]);
    const { code, stdout } = await withheld([
      'export',
      project,
      '--out',
      at('captions'),
      '--formats',
      'srt',
      '--json',
    ]);
    expect(code).toBe(1);
    expect(errorOf(stdout).code).toBe('TRANSCRIPT_NO_TIMES');
    expect(await readdir(at('.'))).not.toContain('captions');
  });

  it('refuses to export while a surname of a withheld person still stands', async () => {
    const project = at('surname.withheld');
    await writeFile(at('surname.txt'), 'Mira Oten came. Later Oten left.\n');
    await withheldJson(['new', project, '--transcript', at('surname.txt')]);
    await withheldJson(['mark', project, '--text', 'Mira Oten', '--type', 'person']);
    const { code, stdout, stderr } = await withheld(['export', project, '--out', at('surname'), '--json']);
    expect(code).toBe(1);
    expect(errorOf(stdout).code).toBe('EXPORT_WOULD_LEAK');
    expect(stdout + stderr).not.toMatch(/oten/iu);
  });

  it('refuses a name that sounds like a withheld one, until it is kept', async () => {
    const project = at('alike.withheld');
    await writeFile(at('alike.txt'), 'Mira Otenova came. Later Otinova left.\n');
    await withheldJson(['new', project, '--transcript', at('alike.txt')]);
    await withheldJson(['mark', project, '--text', 'Mira Otenova', '--type', 'person']);
    const refused = await withheld(['export', project, '--out', at('alike'), '--json']);
    expect(refused.code).toBe(1);
    expect(errorOf(refused.stdout)).toMatchObject({
      code: 'EXPORT_WOULD_LEAK',
      message: expect.stringContaining('sounds like') as string,
      next: expect.stringContaining('keep there what it says') as string,
    });
    expect(await withheldJson(['mark', project, '--keep', 'Otinova'])).toEqual({ kept: 1 });
    await withheldJson(['export', project, '--out', at('alike')]);
  });

  it('tells beside the result of an export what nobody has decided', async () => {
    const project = at('undecided.withheld');
    await writeFile(at('undecided.txt'), 'Host: Did Mira Otenova come?\nGuest: Yes, Mira Otenova came.\n');
    await withheldJson(['new', project, '--transcript', at('undecided.txt')]);
    const { undecided } = await withheldJson<{ undecided: object }>([
      'export',
      project,
      '--out',
      at('undecided'),
    ]);
    expect(undecided).toMatchObject({ withheld: 0, names: 1, places: 2, linesWithoutSpeaker: 0 });
    const { stdout } = await withheld(['export', project, '--out', at('undecided again')]);
    expect(stdout).toContain('Nothing is withheld');
    expect(stdout).toContain('Not decided: 1 suggested name in 2 mentions');
    expect(stdout).not.toContain('Otenova');
  });

  it('says when words to mark stand nowhere', async () => {
    const project = at('nowhere.withheld');
    await withheldJson(['new', project, '--transcript', at('words.json')]);
    const { code, stdout } = await withheld(['mark', project, '--text', 'Unsaid', '--json']);
    expect(code).toBe(1);
    expect(errorOf(stdout).code).toBe('MARK_NOT_FOUND');
  });

  it.each([
    ['not JSON', '[{', 'MARKS_INVALID'],
    ['an empty list', '[]', 'MARKS_INVALID'],
    ['an end before its start', '[{"from": 3, "to": 2}]', 'MARKS_INVALID'],
    ['brackets in a description', '[{"text": "One", "description": "a (small) town"}]', 'MARKS_INVALID'],
    ['a time behind the end', '[{"from": 100, "to": 101}]', 'MARKS_INVALID'],
    ['names where fields should be', '[{"Mira Otenova": "person"}]', 'MARKS_INVALID'],
  ])('refuses marks that are %s', async (name, marks, expected) => {
    const project = at(`${name}.withheld`);
    await writeFile(at('wrong.json'), marks);
    await withheldJson(['new', project, '--transcript', at('words.json')]);
    const { code, stdout } = await withheld(['mark', project, '--from', at('wrong.json'), '--json']);
    expect(code).toBe(1);
    expect(errorOf(stdout).code).toBe(expected);
    expect(stdout).not.toContain('Otenova');
  });

  it('suggests in a plain text by characters', async () => {
    const { suggestions } = await withheldJson<Result<'suggest.text'>>([
      'suggest',
      '--text',
      at('testimony.txt'),
    ]);
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(at('testimony.txt'), 'utf8');
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { start, end, text: found } of suggestions) expect(text.slice(start, end)).toBe(found);
  });

  it('lists details behind the names, and accepts only names', async () => {
    const said = 'Mira Oten came. She was 43, and my brother in the army drove a white van.';
    await writeFile(at('details.txt'), said);
    const { stdout } = await withheld(['suggest', '--text', at('details.txt')]);
    const [names = '', details = ''] = stdout.split(
      'Details that may identify someone together with others:',
    );
    expect(names).toContain('Mira Oten');
    expect(names).toContain('1 suggestion;');
    for (const line of [/kin +my brother in the army/u, /age +43/u, /vehicle +a white van/u, /^3 details/mu])
      expect(details).toMatch(line);
    expect(names).not.toMatch(/army|43|van/u);

    const project = at('details.withheld');
    await withheldJson(['new', project, '--transcript', at('details.txt')]);
    const { suggestions } = await withheldJson<Result<'suggest.project'>>(['suggest', project]);
    expect(suggestions.map(({ detail }) => detail)).toEqual([undefined, 'age', 'kin', 'vehicle']);
    const accepted = await withheldJson<Result<'mark.acceptSuggestions'>>([
      'mark',
      project,
      '--accept-suggestions',
    ]);
    expect(accepted).toEqual({ mentions: 1, entities: 1 });
  });

  it('suggests by identity, as much as is asked for, and says how much more there is', async () => {
    const said =
      'Вчера Анна Зуева пришла домой. Я видел Анну Зуеву и говорил с Анной. Потом пришёл Тимур Ахметов из Казани.';
    await writeFile(at('said.txt'), said);
    const ask = (level: string, ...more: string[]) =>
      withheld(['suggest', '--text', at('said.txt'), '--ask', level, ...more]);
    const asked = await Promise.all(
      ['fewer', 'balanced', 'everything'].map(async (level) => {
        const { stdout } = await ask(level, '--json');
        return suggestedSchema.parse(JSON.parse(stdout));
      }),
    );
    for (const [i, { suggestions, groups, next }] of asked.entries()) {
      const following = asked[i + 1];
      expect(next?.more).toBe(following && following.suggestions.length - suggestions.length);
      expect(groups.map(({ places }) => places)).toEqual(
        groups.map(({ group }) => suggestions.filter((one) => one.group === group).length),
      );
      for (const { score } of suggestions) expect(score).toBeGreaterThan(0);
    }
    const anna = asked[1]?.groups.find(({ name }) => name === 'Анна Зуева');
    expect(anna).toMatchObject({ places: 3 });
    expect(anna?.forms.map(({ text }) => text).sort()).toEqual(['Анна Зуева', 'Анной', 'Анну Зуеву']);

    const { stdout } = await ask('balanced');
    expect(stdout).toContain('Анна Зуева: 3 places, 3 forms (');
    expect(stdout).toMatch(/^In Russian, about \d+ of 100 names .*; read every line\.$/mu);
    expect((await ask('nothing')).code).not.toBe(0);
  });
});

const suggestedSchema = z.object({
  suggestions: z.array(z.object({ group: z.number(), score: z.number() })),
  groups: z.array(
    z.object({
      ...{ group: z.number(), name: z.string(), places: z.number() },
      forms: z.array(z.object({ text: z.string(), places: z.number() })),
    }),
  ),
  next: z.object({ more: z.number() }).nullable(),
});

describe('what is there already', () => {
  const at = useTemporaryFolder();

  it('is never overwritten by a new project', async () => {
    await writeFile(at('text.txt'), 'A few words.\n');
    await writeFile(at('there.withheld'), 'something else');
    const { code, stdout } = await withheld([
      'new',
      at('there.withheld'),
      '--transcript',
      at('text.txt'),
      '--json',
    ]);
    expect(code).toBe(1);
    expect(errorOf(stdout).code).toBe('FILE_EXISTS');
  });

  it('is told apart: folder, missing, other kinds of file', async () => {
    await mkdir(at('folder.withheld'));
    await writeFile(at('empty.withheld'), '');
    await writeFile(at('other.withheld'), 'This is a text.\n'.repeat(1000));
    const codeOf = async (name: string) =>
      errorOf((await withheld(['show', at(name), '--json'])).stdout).code;
    expect(await codeOf('folder.withheld')).toBe('FILE_IS_DIRECTORY');
    expect(await codeOf('missing.withheld')).toBe('FILE_NOT_FOUND');
    expect(await codeOf('empty.withheld')).toBe('FILE_EMPTY');
    expect(['PROJECT_NOT_OURS', 'PASSPHRASE_WRONG']).toContain(await codeOf('other.withheld'));
  });

  it('leaves nothing behind when a recording cannot be read', async () => {
    await writeFile(at('fake.mp4'), 'not a film\n');
    const before = await readdir(at('.'));
    const { code } = await withheld(['new', at('fresh.withheld'), '--media', at('fake.mp4'), '--json']);
    expect(code).toBe(1);
    expect(await readdir(at('.'))).toEqual(before);
  });

  it('works on real fixtures next to it', async () => {
    const media = join(FIXTURES, 'interviews', 'short-40s.flac');
    const made = await withheldJson<Result<'project.create'>>([
      'new',
      at('short.withheld'),
      '--media',
      media,
    ]);
    expect(made.media?.picture).toBeNull();
    // Without words, no model is known to have transcribed it, so one must be named.
    const { code, stdout } = await withheld(['transcribe', at('short.withheld'), '--json']);
    expect(code).toBe(2);
    expect(errorOf(stdout).code).toBe('USAGE');
  });
});
