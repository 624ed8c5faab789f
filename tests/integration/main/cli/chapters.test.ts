import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../../shared/contract/api';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { saidWords } from '../../../support/saidWords';
import { withheld, withheldJson } from '../../../support/commandLine';

type Listed = Result<'chapter.list'>;

describe('headings of chapters', () => {
  const at = useTemporaryFolder();
  let project = '';
  const listed = async () =>
    (await withheldJson<Listed>(['chapters', project])).chapters.map(({ at: time, text }) => [time, text]);

  beforeAll(async () => {
    const words = [
      ...saidWords('Interviewer', 1, 'Where were you then?'),
      ...saidWords('Witness', 5.5, 'At home with Tarlan.'),
      ...saidWords('Interviewer', 10, 'And later?'),
    ];
    await writeFile(at('words.json'), JSON.stringify({ language: 'en', words }));
    project = at('p.withheld');
    await withheldJson(['new', project, '--transcript', at('words.json')]);
  });

  it('are added at times that lists tell, listed in the order of the transcript, and shown', async () => {
    expect(await listed()).toEqual([]);
    const made = ['chapters', project, '--add', '--at', '0:10', '--text', 'Later on'];
    expect(await withheldJson(made)).toEqual({ chapter: 1, at: 10, text: 'Later on' });
    await withheldJson(['chapters', project, '--add', '--at', '0:05', '--text', ' At  home ']);
    expect(await listed()).toEqual([
      [5.5, 'At home'],
      [10, 'Later on'],
    ]);
    const { chapters } = await withheldJson<Result<'project.show'>>(['show', project]);
    expect(chapters.map(({ text }) => text)).toEqual(['At home', 'Later on']);
    expect((await withheld(['chapters', project])).stdout).toBe(
      '   1      0:05  At home\n   2      0:10  Later on\n',
    );
    expect((await withheld(['show', project])).stdout).toContain('2 chapters');
  });

  it('are exported as headings', async () => {
    const out = at('out');
    await withheldJson(['export', project, '--out', out, '--formats', 'txt,html,docx,srt,vtt,json']);
    const read = (ending: string) => readFile(join(out, `transcript.${ending}`), 'utf8');
    expect(await read('txt')).toContain('\n\n## At home\n\nWitness: At home');
    expect(await read('html')).toContain('<h2>Later on</h2>\n<p><b>Interviewer:</b> And later?</p>');
    expect(await read('vtt')).not.toContain('Later on');
    const { ok } = await withheldJson<Result<'verify.run'>>(['verify', project, out]);
    expect(ok).toBe(true);
    await withheldJson(['chapters', project, '--change', '2', '--text', 'Much later']);
    const { code, stdout } = await withheld(['verify', project, out, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({ ok: false });
  });

  it('that say something withheld refuse an export, with the way on, until they are written anew', async () => {
    await withheldJson(['chapters', project, '--change', '1', '--text', 'With Tarlan']);
    await withheldJson(['mark', project, '--text', 'Tarlan']);
    const { code, stderr } = await withheld(['export', project, '--out', at('refused')]);
    expect(code).toBe(1);
    expect(stderr).toContain('0:05  in the heading of chapter 1: ');
    expect(stderr).toContain('chapters --change N');
    expect(stderr).not.toMatch(/tarlan/iu);
    expect((await withheld(['verify', project, at('out')])).stdout).toContain(
      'stands in a heading (1 place)',
    );
    const { suggestions } = await withheldJson<Result<'suggest.leftovers'>>(['suggest', project, '--left']);
    expect(suggestions).toMatchObject([{ text: 'Tarlan', left: { kind: 'heading', chapter: 1 } }]);
    await withheldJson(['chapters', project, '--remove', '1']);
    expect(await listed()).toEqual([[10, 'Much later']]);
    await withheldJson(['export', project, '--out', at('refused')]);
    expect(await readFile(join(at('refused'), 'transcript.txt'), 'utf8')).toContain('## Much later');
  });

  it.each([
    [['--add', '--text', 'No time'], 'USAGE'],
    [['--at', '1'], 'USAGE'],
    [['--text', 'Nowhere'], 'USAGE'],
    [['--change', '1'], 'USAGE'],
    [['--remove', '1', '--text', 'x'], 'USAGE'],
    [['--remove', '1', '--add', '--at', '1', '--text', 'x'], 'USAGE'],
    [['--remove', '7'], 'CHAPTER_NOT_FOUND'],
    [['--change', '7', '--text', 'x'], 'CHAPTER_NOT_FOUND'],
    [['--add', '--at', '5:00', '--text', 'x'], 'CHAPTER_NOT_FOUND'],
    [['--add', '--at', '1', '--text', ' '], 'HEADING_INVALID'],
  ])('refuses %j with the way on', async (options, error) => {
    const { code, stdout } = await withheld(['chapters', project, ...options, '--json']);
    expect(code).toBe(error === 'USAGE' ? 2 : 1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: error } });
    expect(await listed()).toEqual([[10, 'Much later']]);
  });
});
