import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../../shared/contract/api';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { saidWords } from '../../../support/saidWords';
import { FIXTURES, withheld, withheldJson } from '../../../support/commandLine';

/** Marks that are more than words: speakers, stretches of time, edges, and how spans are made. */
describe('what is withheld beside names', () => {
  const at = useTemporaryFolder();
  let project = '';
  const show = () => withheldJson<Result<'project.show'>>(['show', project]);

  beforeAll(async () => {
    const words = [
      ...saidWords('Interviewer', 1, 'Where were you then?'),
      ...saidWords('Witness', 5, 'At home with my brother.'),
      ...saidWords('Interviewer', 10, 'And later?'),
      ...saidWords('Witness', 12, 'I went away.'),
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
    // The recording says more than these words.
    await withheldJson(['speech', project, '--publish', 'all']);
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

  describe('at one place alone', () => {
    let brothers = '';
    const exported = (out: string, ...more: string[]) => [
      ...['export', brothers, '--out', at(out), '--formats', 'txt,docx,html,srt,vtt,json', ...more],
    ];
    const left = async () =>
      (await withheldJson<Result<'suggest.leftovers'>>(['suggest', brothers, '--left'])).suggestions;

    beforeAll(async () => {
      brothers = at('brothers.withheld');
      const text =
        'We saw Bolat Oramin and his brother Serik Oramin there. Oramin left early and Oramin stayed.';
      const words = text.split(' ').map((word, i) => ({ text: word, start: i + 0.5, end: i + 0.9 }));
      await writeFile(at('brothers.json'), JSON.stringify({ language: 'en', words }));
      await withheldJson(['new', brothers, '--transcript', at('brothers.json')]);
      await withheldJson(['mark', brothers, '--text', 'Serik Oramin', '--type', 'person']);
      await withheldJson(['mark', brothers, '--keep', 'Bolat Oramin']);
    });

    it('refuses with the places and the way on, and none of the words', async () => {
      expect((await left()).map(({ start }) => start)).toEqual([10.5, 14.5]);
      const told = await withheld(exported('refused'));
      expect(told.code).toBe(1);
      expect(told.stderr).toMatch(/ 0:10 {2}in the transcript: is withheld\n +0:14 {2}in the transcript/u);
      expect(told.stderr).toContain('mark --keep "Words" --at TIME');
      const { stdout } = await withheld([...exported('refused', '--title', 'Serik', '--json')]);
      const { error } = JSON.parse(stdout) as { error: { code: string; places: object[] } };
      expect(error).toMatchObject({
        code: 'EXPORT_WOULD_LEAK',
        places: [
          { kind: 'words', time: 10.5, likeness: 'form' },
          { kind: 'words', time: 14.5, likeness: 'form' },
          { kind: 'title', time: null, wordIds: [] },
        ],
      });
      expect(told.stderr + stdout).not.toMatch(/oramin|serik/iu);
    });

    it.each([
      [['--keep', 'Oramin', '--at', '0:05'], 1, 'MARK_NOT_FOUND'],
      [['--text', 'Nobody', '--at', '0:10'], 1, 'MARK_NOT_FOUND'],
      [['--keep', 'Oramin', '--at', '0:08'], 1, 'MARKS_INVALID'],
      [['--at', '0:10'], 2, 'USAGE'],
      [['--speaker', 'A', '--at', '0:10'], 2, 'USAGE'],
    ])('decides nothing where the words do not stand: %j', async (args, code, wanted) => {
      const before = (await withheld(['show', brothers, '--json'])).stdout;
      const outcome = await withheld(['mark', brothers, ...args, '--json']);
      expect(outcome.code).toBe(code);
      expect(JSON.parse(outcome.stdout)).toMatchObject({ error: { code: wanted } });
      expect((await withheld(['show', brothers, '--json'])).stdout).toBe(before);
    });

    it('is kept at one and withheld at the other, and every format is exported so and verified', async () => {
      await withheldJson(['mark', brothers, '--keep', 'Oramin', '--at', '0:10']);
      expect(await left()).toHaveLength(1);
      await withheldJson(['mark', brothers, '--text', 'Oramin', '--at', '0:14']);
      expect(await left()).toEqual([]);
      const { files } = await withheldJson<Result<'export.run'>>(exported('brothers'));
      expect(files).toHaveLength(8);
      expect(await readFile(join(at('brothers'), 'transcript.txt'), 'utf8')).toContain(
        'We saw Bolat Oramin and his brother (DELETED) there. Oramin left early and (DELETED) stayed.',
      );
      const verified = await withheldJson<Result<'verify.run'>>(['verify', brothers, at('brothers')]);
      expect(verified.checks.filter(({ ok }) => !ok)).toEqual([]);
    });
  });
});
