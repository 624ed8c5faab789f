import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERVIEWS, samplesOfFile, truthOf } from '../../support/speech';
import { writeWav } from '../../support/writeWav';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { launchWithModel } from './launchWithModel';
import { newProject } from './newProject';
import { stored } from './stored';
import { windowOf } from './windowOf';

const SECONDS = 12;
/** The word that stands in place of one that is said. */
const WRONG = 'game?';

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-again-'));
  const media = join(folder, 'said.wav');
  writeWav(media, await samplesOfFile(join(INTERVIEWS, 'short-40s.flac'), SECONDS), 16_000);
  const words = truthOf('short-40s')
    .filter(({ end }) => end < SECONDS)
    .map(({ text, start, end }) => ({ text: text === 'name?' ? WRONG : text, start, end }));
  const transcript = join(folder, 'transcript.json');
  writeFileSync(transcript, JSON.stringify({ language: 'en', words }));
  const project = join(folder, 'Market square.withheld');
  newProject(project, { media, transcript });
  app = await launchWithModel(folder, project);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { button, press, shows, transcript, screenshot } = windowOf(() => app.page);
const sheet = () => app.page.getByRole('dialog', { name: 'Transcribe again' });
const text = async () => (await stored(app)).words.map((word) => word.text).join(' ');

describe('a line that is transcribed again', () => {
  it('is asked about first: with which model, and for which names', async () => {
    await transcript().getByText(WRONG).click();
    await button('Transcribe this line again…').click();
    await sheet().getByText('This model knows English only.').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('is shown beside what is there, and nothing changes before it is taken', async () => {
    await sheet().getByRole('button', { name: 'Transcribe again' }).click();
    await sheet().getByRole('button', { name: 'Take what was heard' }).waitFor();
    const row = sheet().getByRole('row').filter({ hasText: WRONG });
    // A question mark is sometimes heard as a stop.
    expect(await row.getByRole('insertion').textContent()).toMatch(/^name\W$/u);
    await screenshot('transcribe-again');
    expect(await findBarriers(app.page)).toEqual([]);
    await press('Escape');
    await shows(/is not taken yet/u);
    expect(await text()).toContain(WRONG);
  });

  it('is taken in one step, which can be taken back', async () => {
    await button('Look at it').click();
    await sheet().getByRole('button', { name: 'Take what was heard' }).click();
    await expect.poll(text).toMatch(/me your name\W/u);
    expect((await stored(app)).hearing).toBeUndefined();
    await button(/^Undo/u).first().click();
    await expect.poll(text).toContain(WRONG);
    await button('Look at it').click();
    await sheet().getByRole('button', { name: 'Leave it as it is' }).click();
    await expect.poll(async () => (await stored(app)).hearing).toBeUndefined();
    expect(await text()).toContain(WRONG);
  });
});

it('all of it can be stopped, goes on, and shows how far all its phases are', async () => {
  await button('Transcribe all again…').click();
  await sheet().getByRole('button', { name: 'Transcribe again' }).click();
  await sheet().getByRole('button', { name: 'Cancel' }).click();
  // Before any window is begun, there is nothing to go on with.
  await sheet()
    .getByRole('button', { name: /^(?:Transcribe again|Go on)$/u })
    .click();
  await sheet()
    .getByText(/% of all/u)
    .waitFor();
  await sheet().getByRole('button', { name: 'Take what was heard', exact: true }).waitFor();
  expect(await text()).toContain(WRONG);
});
