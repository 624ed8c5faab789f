import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../shared/contract/api';
import { FIXTURES, useFolder, withheld, withheldJson } from './withheld';

/** Marks that are more than words: speakers, stretches of time, edges, and how spans are made. */
describe('what is withheld beside names', () => {
  const at = useFolder();
  let project = '';
  const show = () => withheldJson<Result<'project.show'>>(['show', project]);

  beforeAll(async () => {
    const said = (speaker: string, from: number, text: string) =>
      text
        .split(' ')
        .map((word, i) => ({ text: word, speaker, start: from + i * 0.4, end: from + i * 0.4 + 0.35 }));
    const words = [
      ...said('Interviewer', 1, 'Where were you then?'),
      ...said('Witness', 5, 'At home with my brother.'),
      ...said('Interviewer', 10, 'And later?'),
      ...said('Witness', 12, 'I went away.'),
    ];
    await writeFile(at('words.json'), JSON.stringify({ language: 'en', words }));
    project = at('p.withheld');
    const media = join(FIXTURES, 'interviews', 'short-40s.flac');
    await withheldJson(['new', project, '--media', media, '--transcript', at('words.json')]);
  });

  it('withholds a speaker in text and sound, and exports what is left', async () => {
    await withheldJson(['mark', project, '--speaker', 'Witness', '--description', 'the witness']);
    const { plan, mentions } = await show();
    expect(mentions).toHaveLength(2);
    expect(plan.runs.map(({ marker }) => marker)).toEqual(['(DELETED-the witness)', '(DELETED-the witness)']);
    expect(plan.spans[0]?.from).toBeLessThanOrEqual(4.85);
    expect(plan.spans[1]?.to).toBeGreaterThanOrEqual(13.3);
    const { checks } = await withheldJson<Result<'export.run'>>([
      ...[
        'export',
        project,
        '--out',
        at('out'),
        '--formats',
        'txt',
        '--media',
        'audio',
        '--audio-format',
        'wav',
      ],
    ]);
    expect(checks.length).toBeGreaterThan(5);
  });

  it('takes an edge that is set by hand to the millisecond', async () => {
    const { mentions } = await show();
    const id = mentions[1]?.id ?? '';
    const { span } = await withheldJson<Result<'mark.edge'>>(['edge', project, id, '--to', '0:14.250']);
    expect(span.to).toBe(14.25);
    expect((await show()).plan.spans.at(-1)?.to).toBe(14.25);
  });

  it('makes all lengths alike when asked to', async () => {
    await withheldJson(['boundaries', project, '--length-step', '5']);
    const { spans } = (await show()).plan;
    for (const { from, to } of spans) expect((to - from) / 5).toBeCloseTo(Math.round((to - from) / 5), 6);
    await withheldJson(['boundaries', project, '--length-step', '0']);
  });

  it('withholds everything between two times', async () => {
    await withheldJson(['mark', project, '--stretch', '20-0:30.5']);
    expect((await show()).plan.spans.at(-1)).toEqual({ from: 20, to: 30.5 });
  });

  it.each([
    [['edge', '--from', '3'], 2],
    [['mark', '--stretch', '30-20'], 2],
    [['mark', '--stretch', 'soon'], 2],
    [['mark', '--speaker', 'Somebody else'], 1],
    [['mark', '--speaker', 'Witness', '--stretch', '1-2'], 2],
    [['boundaries', '--pad', '1000'], 2],
    [['boundaries', '--pad', '-1'], 2],
  ])('refuses %j', async ([command = '', ...rest], wanted) => {
    const before = await show();
    const { code, stdout } = await withheld([command, project, ...rest, '--json']);
    expect(code).toBe(wanted);
    expect(JSON.parse(stdout)).toHaveProperty('error.next');
    expect(await show()).toEqual(before);
  });

  it('lists what still stands of what is withheld, until it is decided', async () => {
    const other = at('left.withheld');
    await writeFile(at('left.txt'), 'We went there with Bekova. Later Be kova came home.');
    await withheldJson(['new', other, '--transcript', at('left.txt')]);
    const left = async () =>
      (await withheldJson<Result<'suggest.leftovers'>>(['suggest', other, '--left'])).suggestions.map(
        ({ text }) => text,
      );
    expect(await left()).toEqual([]);
    await withheldJson(['mark', other, '--text', 'Bekova']);
    expect(await left()).toEqual(['Be kova']);
    await withheldJson(['mark', other, '--text', 'Be kova']);
    expect(await left()).toEqual([]);
  });
});
