import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../shared/contract/api';
import { PASSPHRASE, ROOT, useFolder, withheld, withheldJson } from './withheld';

const CANARY = 'Zhuqvexaov';

describe('the way it is called', () => {
  const at = useFolder();
  let project = '';

  beforeAll(async () => {
    for (const folder of ['home', 'temporary', 'other']) await mkdir(at(folder));
    await writeFile(at('text.txt'), `We saw ${CANARY} and Mira Oten there, and Sava.\n`);
    project = at('p.withheld');
    await withheldJson(['new', project, '--transcript', at('text.txt')]);
  });

  /** Runs npm as from a clone, with a home folder of its own. @returns the exit code. */
  const npm = (args: readonly string[], own: Record<string, string> = {}): Promise<number> => {
    const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/iu.test(name));
    const env = {
      ...Object.fromEntries(inherited),
      ...{ HOME: at('home'), TMPDIR: at('temporary'), WITHHELD_PASSPHRASE: PASSPHRASE, ...own },
    };
    return new Promise((resolve) => {
      execFile('npm', ['run', '-s', 'withheld', '--', ...args], { cwd: ROOT, env }, (error) =>
        resolve(error ? Number(error.code) : 0),
      );
    });
  };
  const left = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const folder of ['home', 'temporary']) {
      for (const entry of await readdir(at(folder), { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        if (entry.isFile() && (await readFile(path)).includes(CANARY)) found.push(path);
      }
    }
    return found;
  };

  it('leaves no name in a file, whatever the end of it', async () => {
    const options = ['--text', CANARY, '--description', `friend of ${CANARY}`];
    expect(await npm(['mark', project, ...options])).toBe(0);
    expect(await npm(['mark', at('nowhere.withheld'), ...options])).toBe(1);
    expect(await npm(['mark', project, '--keep', CANARY, '--text', CANARY])).toBe(2);
    expect(await npm(['export', project, '--out', at('out'), '--title', CANARY, '--media', 'none'])).toBe(1);
    expect(await left()).toEqual([]);
    // npm would leave something here, which shows that this looks where npm writes.
    expect(await npm(['mark', at('nowhere.withheld'), ...options], { npm_config_logs_max: '3' })).toBe(1);
    expect(await left()).not.toEqual([]);
  });
});

describe('names that are not typed', () => {
  const at = useFolder();
  let made = 0;
  const projectOf = async (text: string): Promise<string> => {
    const project = at(`p${made++}.withheld`);
    await writeFile(at('text.txt'), text);
    await withheldJson(['new', project, '--transcript', at('text.txt')]);
    return project;
  };
  const markers = async (project: string): Promise<string[]> =>
    (await withheldJson<Result<'project.show'>>(['show', project])).plan.runs.map(({ marker }) => marker);

  it('come one a line in a file, empty lines aside', async () => {
    const project = await projectOf('We saw Mira Oten and Sava there.\n');
    await writeFile(at('names.txt'), '\ufeffMira Oten\r\n\r\n  Sava  \nBekova\n');
    const { code, stdout } = await withheld([
      ...['mark', project, '--names', at('names.txt'), '--type', 'person'],
      ...['--description', 'a friend'],
    ]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'Withheld in 2 places:\n' +
        '    0:02  We saw [Mira Oten] and Sava there.\n' +
        '    0:05  saw Mira Oten and [Sava] there.\n' +
        'To keep one of them: mark --keep "Words" --at TIME\n' +
        'Not found in the transcript, so not marked: lines 4.\n',
    );
    expect(await markers(project)).toEqual(['(DELETED-a friend)', '(DELETED-a friend)']);
  });

  it('come on standard input', async () => {
    const project = await projectOf('We saw Mira Oten and Sava there.\n');
    await withheldJson(['mark', project, '--text', '-'], { input: 'Mira Oten\nSava\n' });
    await withheldJson(['mark', project, '--text', 'Sava', '--description', '-'], { input: 'a friend\n' });
    expect(await markers(project)).toEqual(['(DELETED)', '(DELETED-a friend)']);
    await withheldJson(['mark', project, '--keep', '-'], { input: 'Otin\nSavas\n' });
    const { entities } = await withheldJson<Result<'project.show'>>(['show', project]);
    expect(entities.filter(({ decision }) => decision === 'keep').map(({ name }) => name)).toEqual([
      'Otin',
      'Savas',
    ]);
    await withheldJson(['export', project, '--out', at('out'), '--formats', 'txt', '--title', '-'], {
      input: 'What they saw\n',
    });
    expect(await readFile(join(at('out'), 'transcript.txt'), 'utf8')).toBe(
      'What they saw\n\nWe saw (DELETED) and (DELETED-a friend) there.\n',
    );
    const found = await withheldJson<Result<'suggest.text'>>(['suggest', '--text', '-'], {
      input: 'My name is Mira Oten.',
    });
    expect(found.suggestions.map(({ text }) => text)).toContain('Mira Oten');
  });

  it.each([
    ['a line that is no name', 'Sava\n\n–––\n', 'Line 3'],
    ['a line with a sign that no text has', 'Sava\nMi\u0007ra\n', 'Line 2'],
    ['nothing', '\n \n', 'no names'],
  ])('are refused with %s, which is named and not told', async (_, input, where) => {
    const project = await projectOf('We saw Sava there.\n');
    const { code, stderr } = await withheld(['mark', project, '--text', '-'], { input });
    expect(code).toBe(1);
    expect(stderr).toContain(where);
    expect(stderr).not.toMatch(/Sava|ra\b|–––/u);
    expect(await markers(project)).toEqual([]);
  });

  it('come from one place', async () => {
    const { code, stderr } = await withheld(['mark', 'x', '--text', '-', '--description', '-'], {
      input: 'a',
    });
    expect(code).toBe(2);
    expect(stderr).toContain('standard input');
  });
});

describe('time codes', () => {
  const at = useFolder();

  it('stand where a paragraph begins, and an export that has them is verified', async () => {
    const words = ['Mira', 'went', 'home.', 'We', 'saw', 'her.'].map((text, i) => ({
      ...{ text, start: 130 + 2 * i, end: 131 + 2 * i, speaker: i < 3 ? 'A' : 'B' },
    }));
    await writeFile(at('words.json'), JSON.stringify({ language: 'en', words }));
    const project = at('p.withheld');
    await withheldJson(['new', project, '--transcript', at('words.json')]);
    await withheldJson(['mark', project, '--text', 'Mira', '--type', 'person']);
    await withheldJson([
      ...['export', project, '--out', at('out'), '--formats', 'txt,docx,html'],
      ...['--time-codes', 'paragraph'],
    ]);
    expect(await readFile(join(at('out'), 'transcript.txt'), 'utf8')).toBe(
      'Interview\n\n[00:02:09] A: (DELETED) went home.\n\n[00:02:16] B: We saw her.\n',
    );
    const { ok } = await withheldJson<Result<'verify.run'>>(['verify', project, at('out')]);
    expect(ok).toBe(true);
  });
});

describe('a transcript without spaces', () => {
  const at = useFolder();

  it('is marked, exported and verified as it is written', async () => {
    const words = [{ text: '昨天张伟在北京，他说没事。', start: 0, end: 4 }];
    await writeFile(at('words.json'), JSON.stringify({ language: 'zh', words }));
    const project = at('p.withheld');
    await withheldJson(['new', project, '--transcript', at('words.json')]);
    await withheldJson(['mark', project, '--names', '-', '--type', 'person'], { input: '张伟\n' });
    const { plan } = await withheldJson<Result<'project.show'>>(['show', project]);
    expect(plan.runs).toHaveLength(1);
    await withheldJson(['export', project, '--out', at('out'), '--formats', 'txt,docx,html,srt,vtt,json']);
    const txt = await readFile(join(at('out'), 'transcript.txt'), 'utf8');
    expect(txt).toBe('Interview\n\n昨天(DELETED)在北京，他说没事。\n');
  });
});
