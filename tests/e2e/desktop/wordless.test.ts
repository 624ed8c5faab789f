import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { launchWithModel } from './launchWithModel';
import { newProject } from './newProject';
import { stored } from './stored';
import { windowOf } from './windowOf';

const ROOT = join(__dirname, '..', '..', '..');
const INTERVIEWS = join(ROOT, 'tests', 'fixtures', 'interviews');
/** Whole sentences that are left out; seconds. */
const HOLES = [
  { from: 9.5, to: 12 },
  { from: 23, to: 25 },
  { from: 31.2, to: 33.8 },
];

interface Truth {
  language: string;
  words: { text: string; start: number; end: number }[];
}

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-wordless-'));
  const truth = JSON.parse(readFileSync(join(INTERVIEWS, 'short-40s.truth.json'), 'utf8')) as Truth;
  const words = truth.words
    .filter(({ start, end }) => !HOLES.some(({ from, to }) => start < to && end > from))
    .map(({ text, start, end }) => ({ text, start, end }));
  const transcript = join(folder, 'transcript.json');
  writeFileSync(transcript, JSON.stringify({ language: 'en', words }));
  const project = join(folder, 'Market square.withheld');
  const media = join(INTERVIEWS, 'short-40s.flac');
  newProject(project, { media, transcript });
  app = await launchWithModel(folder, project);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { press, screenshot } = windowOf(() => app.page);
const heading = (text: string) => app.page.getByRole('heading', { name: text });
const rows = () => app.page.getByRole('grid', { name: 'Speech without words' }).getByRole('row');

describe('speech without words', () => {
  it('is found when Review is opened, counted with what is left, and listed with its time', async () => {
    await app.page.getByRole('tab', { name: 'Review' }).click();
    await app.page.getByRole('button', { name: 'Speech without words 3' }).click({ timeout: 60_000 });
    await heading('3 stretches of speech without words').waitFor();
    expect(await rows().count()).toBe(3);
    expect(await rows().first().innerText()).toMatch(/0:09/u);
    await screenshot('wordless');
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('is heard in its place, with a key', async () => {
    await app.page.locator('button:enabled').getByText('Hear', { exact: false }).first().waitFor();
    await press('h');
    await app.page.getByRole('tab', { name: 'Transcript' }).click();
    const position = app.page.getByRole('slider', { name: 'Position' });
    await expect.poll(async () => Number(await position.getAttribute('aria-valuenow'))).toBeGreaterThan(8);
    await app.page.getByRole('tab', { name: 'Review' }).click();
    await app.page.getByRole('button', { name: 'Speech without words 3' }).click();
  });

  it('is withheld by Enter and published by Backspace; both can be taken back', async () => {
    await press('Enter');
    await heading('2 stretches of speech without words').waitFor();
    expect((await stored(app)).mentions).toMatchObject([{ drawn: true, stretch: true }]);
    await press('Backspace');
    await heading('1 stretch of speech without words').waitFor();
    expect((await stored(app)).wordless).toHaveLength(1);
    await press('Control+z');
    await heading('2 stretches of speech without words').waitFor();
    expect((await stored(app)).wordless).toEqual([]);
  });

  it('keeps the sound from being exported until it is decided', async () => {
    await app.page.getByRole('tab', { name: 'Export' }).click();
    await app.page.getByText('In 2 stretches somebody seems to speak').waitFor();
    await app.page.getByRole('button', { name: 'Listen' }).click();
    await app.page.getByRole('button', { name: 'Speech without words 2' }).click();
  });

  it('is transcribed by T, with the words in their place', async () => {
    const { words } = await stored(app);
    await press('t');
    await heading('1 stretch of speech without words').waitFor({ timeout: 60_000 });
    await app.page.getByText(/^Put \d+ words into the transcript\.$/u).waitFor();
    expect((await stored(app)).words.length).toBeGreaterThan(words.length + 2);
    await press('Enter');
    await expect.poll(() => rows().count()).toBe(0);
    await app.page.getByRole('tab', { name: 'Export' }).click();
    expect(await app.page.getByText('somebody seems to speak').count()).toBe(0);
  });
});
