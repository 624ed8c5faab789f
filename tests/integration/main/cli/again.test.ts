import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../../shared/contract/api';
import { PASSPHRASE, withheld, withheldJson } from '../../../support/commandLine';
import { makeMultilingual } from '../../../support/makeMultilingual';
import { DEMO_MODEL, INTERVIEWS, samplesOfFile, truthOf } from '../../../support/speech';
import { writeWav } from '../../../support/writeWav';
import { takeHearing } from '../../../../shared/edits/takeHearing';
import { hearAgain } from '../../../../main/transcribe/hearAgain';
import { transcribe } from '../../../../main/transcribe/transcribe';
import { Vault } from '../../../../main/vault/Vault';

type Show = Result<'project.show'>;
type Heard = Result<'transcribe.again'>;

const RATE = 16_000;
const SECONDS = 15;
/** Options with which the tests have something heard quickly. */
const DEMO = ['--model', 'demo', '--beam', '1'];
/** A word that an import has wrong, and the seconds after which it comes. */
const WRONG = { text: 'game?', at: 10 };
/** A question mark is sometimes heard as a stop. */
const RIGHT = /name[?.]/u;

let folder: string;
let media: string;
let made = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-again-'));
  media = join(folder, 'said.wav');
  writeWav(media, await samplesOfFile(join(INTERVIEWS, 'short-40s.flac'), SECONDS), RATE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a project of the recording with a transcript from elsewhere that has one wrong word. */
async function imported(transcript?: string): Promise<string> {
  const said = truthOf('short-40s').filter(({ end }) => end < SECONDS);
  const words = said.map(({ text, start, end }) => ({
    text: text === 'name?' && start > WRONG.at ? WRONG.text : text,
    start,
    end,
    speaker: start < 12 ? 'Interviewer' : 'Guest',
  }));
  const file = join(folder, transcript === undefined ? `${made}.json` : `${made}.txt`);
  writeFileSync(file, transcript ?? JSON.stringify({ language: 'en', words }));
  const project = join(folder, `${made++}.withheld`);
  await withheldJson(['new', project, '--media', media, '--transcript', file]);
  return project;
}

const show = (project: string) => withheldJson<Show>(['show', project]);
const textOf = (words: readonly { text: string }[]) => words.map(({ text }) => text).join(' ');

describe('a stretch that is heard again', () => {
  let project: string;
  let before: Show;
  beforeAll(async () => {
    project = await imported();
    await withheldJson(['mark', project, '--text', 'Aigul Bekova', '--no-align']);
    before = await show(project);
  });

  it('is shown word by word beside what is there, grown to whole words, and changes nothing', async () => {
    const heard = await withheldJson<Heard>(['transcribe', project, '--from', '10', '--to', '10.9', ...DEMO]);
    expect(heard).toMatchObject({ taken: false, complete: true });
    expect(heard.from).toBeLessThan(10);
    expect(heard.to).toBeGreaterThan(10.9);
    expect(textOf(heard.before)).toContain(WRONG.text);
    expect(textOf(heard.after)).toMatch(RIGHT);
    const changed = heard.parts.filter(({ kind }) => kind === 'changed');
    expect(changed).toHaveLength(1);
    expect(textOf(changed[0]?.after ?? [])).toMatch(RIGHT);
    expect(await show(project)).toEqual(before);
    const { stdout } = await withheld(['transcribe', project, '--from', '10', '--to', '10.9', ...DEMO]);
    expect(stdout).toContain('so that no word is cut in half');
    expect(stdout).toMatch(/- game\?\n +\+ name\W/u);
  });

  it('is taken in one step, and words, marks and speakers beside it stay', async () => {
    expect(await withheldJson<Heard>(['transcribe', project, '--take'])).toMatchObject({ taken: true });
    const after = await show(project);
    expect(textOf(after.words).replace(RIGHT, WRONG.text)).toBe(textOf(before.words));
    const inside = new Set(
      before.words.filter(({ start }) => start !== null && start > 9 && start < 11.3).map(({ text }) => text),
    );
    const beside = ({ words }: Show) => words.filter(({ text }) => !inside.has(text) && !RIGHT.test(text));
    expect(beside(after)).toEqual(beside(before));
    expect(after.words.map(({ speaker }) => speaker)).toEqual(before.words.map(({ speaker }) => speaker));
    expect(after.mentions).toEqual(before.mentions);
    const { code, stderr } = await withheld(['transcribe', project, '--take']);
    expect(code).toBe(2);
    expect(stderr).toContain('Nothing was heard');
  });

  it('is forgotten when it is left', async () => {
    await withheldJson(['transcribe', project, '--from', '3', '--to', '4', ...DEMO]);
    expect(await withheldJson(['transcribe', project, '--leave'])).toEqual({ left: true });
    expect(await withheldJson(['transcribe', project, '--leave'])).toEqual({ left: false });
    expect((await withheld(['transcribe', project, '--take'])).code).toBe(2);
  });

  it.each([
    [['--from', '3'], 'two ends'],
    [['--from', '4', '--to', '3'], 'ends before it begins'],
    [['--from', '300', '--to', '301', ...DEMO], 'behind the end'],
    [['--from', '3', '--to', '4'], 'none was named'],
    [['--from', '3', '--to', '4', ...DEMO, '--language', 'ru'], 'English only'],
    [['--from', '3', '--to', '4', ...DEMO, '--languages', 'ru,en'], 'English only'],
    [['--from', '3', '--to', '4', ...DEMO, '--language', 'en', '--languages', 'ru,en'], 'and several'],
  ])('is refused with the reason: %j', async (options, reason) => {
    const { code, stderr } = await withheld(['transcribe', project, ...options]);
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(reason);
  });
});

describe('all of a recording whose transcript came from elsewhere', () => {
  it('is transcribed; speakers and marks are carried over, and it is of this model then', async () => {
    const project = await imported();
    await withheldJson(['mark', project, '--text', 'Aigul Bekova', '--no-align']);
    const before = await show(project);
    const heard = await withheldJson<Heard>(['transcribe', project, ...DEMO, '--take']);
    expect(heard).toMatchObject({ taken: true, marks: { open: [] } });
    const after = await show(project);
    expect(textOf(after.words)).not.toContain(WRONG.text);
    expect(after.transcription?.finished).toBe(after.transcription?.windows);
    expect(after.mentions).toHaveLength(before.mentions.length);
    for (const { start, end } of truthOf('short-40s').filter(
      ({ text, end: to }) => /Aigul|Bekova/u.test(text) && to < SECONDS,
    ))
      expect(after.plan.spans.some(({ from, to }) => from <= start && to >= end)).toBe(true);
    expect(after.words.filter(({ speaker }) => speaker === undefined)).toEqual([]);
    // A second run of the same has nothing to do.
    expect(await withheldJson(['transcribe', project, ...DEMO])).toMatchObject({ words: after.words.length });
  });

  it('gives a transcript without times the times, and its marks their masks', async () => {
    const said = textOf(truthOf('short-40s').filter(({ end }) => end < SECONDS));
    const project = await imported(said.replace('Bekova', 'Bekowa'));
    await withheldJson(['mark', project, '--text', 'Bekowa']);
    const stretch = await withheld(['transcribe', project, '--from', '3', '--to', '4', ...DEMO]);
    expect(stretch.stderr).toContain('have no times');
    const { marks } = await withheldJson<Heard>(['transcribe', project, ...DEMO, '--take']);
    expect(marks.open).toHaveLength(1);
    const { plan, mentions } = await show(project);
    expect(mentions.every(({ span }) => span !== null)).toBe(true);
    const [name] = truthOf('short-40s').filter(({ text }) => text.startsWith('Bekova'));
    expect(plan.spans[0]?.from).toBeLessThanOrEqual(name?.start ?? 0);
    expect(plan.spans[0]?.to).toBeGreaterThanOrEqual(name?.end ?? Infinity);
  });
});

it('goes on where hearing again was stopped, and what was heard can be taken', async () => {
  const project = join(folder, 'stopped.withheld');
  await withheldJson(['new', project, '--media', join(INTERVIEWS, 'short-40s.flac')]);
  const vault = await Vault.open(project, PASSPHRASE);
  const stop = new AbortController();
  vault.onChange = () => {
    if (vault.document.hearing?.finished === 1) stop.abort();
  };
  const options = { model: 'demo', beam: 1, stretch: { from: 0, to: 39 } };
  await expect(hearAgain(vault, { ...options, signal: stop.signal })).rejects.toMatchObject({
    code: 'CANCELLED',
    message: expect.stringContaining('is kept') as string,
  });
  const { hearing } = vault.document;
  expect(hearing?.finished).toBe(1);
  expect(takeHearing(vault.document)?.span.to).toBe(hearing?.windows[1]?.from);
  vault.onChange = () => undefined;
  await hearAgain(vault, options);
  expect(vault.document.hearing?.words.slice(0, hearing?.words.length)).toEqual(hearing?.words);
  const taking = takeHearing(vault.document);
  if (taking) vault.execute(taking.command);
  expect(textOf(vault.document.words)).toMatch(/^We are recording .* for your time\.$/u);
  vault.undo();
  expect(vault.document.words).toEqual([]);
  vault.close();
});

/** Makes a project as it is after a program was ended behind the first window, and returns all words that are said. */
async function halfway(name: string) {
  const project = join(folder, name);
  await withheldJson(['new', project, '--media', join(INTERVIEWS, 'short-40s.flac')]);
  const vault = await Vault.open(project, PASSPHRASE);
  await transcribe(vault, { model: 'demo', beam: 1 });
  const { language, speakers, words: all, transcription } = vault.document;
  const next = transcription?.windows[1]?.from ?? NaN;
  if (!transcription || Number.isNaN(next)) throw new Error('there is one window only');
  vault.execute({
    label: 'Stop',
    steps: [
      {
        type: 'setTranscript',
        ...{ language, speakers, words: all.filter(({ start }) => (start ?? 0) < next) },
        transcription: { ...transcription, finished: 1 },
      },
    ],
  });
  vault.close();
  return { project, next, all };
}

it('hears all of it again where a transcription was stopped that cannot go on', async () => {
  const { project, all } = await halfway('gone.withheld');
  const other = ['--model', 'demo', '--beam', '2'];
  const refused = await withheld(['transcribe', project, ...other]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('--again');
  const nonsense = ['transcribe', project, '--again', '--from', '1', '--to', '2', ...other];
  expect((await withheld(nonsense)).code).toBe(2);
  const heard = await withheldJson<Heard>(['transcribe', project, '--again', '--take', ...other]);
  expect(heard).toMatchObject({ taken: true, complete: true });
  const { words, transcription } = await show(project);
  expect(Math.abs(words.length - all.length)).toBeLessThanOrEqual(4);
  expect(transcription?.finished).toBe(transcription?.windows);
});

it('goes on with a stopped transcription after a stretch of it was heard again, and its words were laid', async () => {
  const { project, next, all } = await halfway('halfway.withheld');
  const until = (seconds: number) => ['transcribe', project, '--from', `${seconds}`, '--to', '38', ...DEMO];
  expect((await withheld(until(next + 1))).stderr).toContain('stopped before it came to that stretch');
  await withheldJson([...until(next - 3), '--take']);
  const laid = await withheld(['align', project, '--model', 'demo']);
  expect(laid.code, laid.stderr).toBe(0);
  const early = await withheld([
    'speech',
    project,
    '--transcribe',
    `${next + 1}-${next + 3}`,
    '--model',
    'demo',
  ]);
  expect(early.stderr).toContain('stopped before it came to that stretch');
  await withheldJson(['transcribe', project, ...DEMO]);
  const { words } = await show(project);
  expect(Math.abs(words.length - all.length)).toBeLessThanOrEqual(2);
  // The last hearing is also taken when its model is named again.
  await withheldJson(['transcribe', project, '--from', '3', '--to', '4', ...DEMO]);
  expect(await withheldJson<Heard>(['transcribe', project, ...DEMO, '--take'])).toMatchObject({
    taken: true,
  });
});

it('keeps the language of each line where several are spoken, also when one is heard again in another', async () => {
  const model = join(folder, 'languages.bin');
  writeFileSync(model, makeMultilingual(readFileSync(DEMO_MODEL)));
  const project = join(folder, 'languages.withheld');
  await withheldJson(['new', project, '--media', media, '--languages', 'ru,tr']);
  const told = ['--model', model, '--beam', '1'];
  await withheldJson(['transcribe', project, ...told]);
  const first = await show(project);
  expect(first.languages).toEqual(['ru', 'tr']);
  expect(['ru', 'tr']).toContain(first.language);
  expect(first.words.length).toBeGreaterThan(0);
  for (const { language } of first.words) expect(['ru', 'tr']).toContain(language);
  const other = first.language === 'ru' ? 'tr' : 'ru';
  const again = [
    'transcribe',
    project,
    ...told,
    '--from',
    '9.6',
    '--to',
    '11.4',
    '--language',
    other,
    '--take',
  ];
  const { after } = await withheldJson<Heard>(again);
  expect(after.length).toBeGreaterThan(0);
  const { words } = await show(project);
  const lines = words.flatMap(({ language, paragraph }, i) =>
    language === other ? [[i, paragraph === true]] : [],
  );
  expect(lines).toHaveLength(after.length);
  expect(lines[0]?.[1]).toBe(true);
});
