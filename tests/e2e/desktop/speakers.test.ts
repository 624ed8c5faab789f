import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interleaved, makeConversation, microphones, RATE } from '../../support/makeConversation';
import { linesOf } from '../../../shared/text/lines';
import { writeWav } from '../../support/writeWav';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { newProject } from './newProject';
import { openInterview } from './openInterview';
import { stored } from './stored';

const ROOT = join(__dirname, '..', '..', '..');
const SCREENSHOTS = join(ROOT, 'build', 'screenshots');

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'withheld-speakers-'));
  const { words, own } = await makeConversation('short-40s');
  const transcript = join(folder, 'transcript.json');
  const said = words.map(({ text, start, end }) => ({ text, start, end }));
  writeFileSync(transcript, JSON.stringify({ language: 'en', words: said }));
  const media = join(folder, 'two microphones.wav');
  writeWav(media, interleaved(microphones(own, -10)), RATE, 2);
  const project = join(folder, 'Market square.withheld');
  newProject(project, { media, transcript });
  app = await openInterview(project);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const button = (name: string, exact = true) => app.page.getByRole('button', { name, exact });
const labels = () => app.page.locator('.cm-line[data-speaker]').first().getAttribute('data-speaker');
const proposedWords = async () => (await stored(app)).words.filter(({ proposed }) => proposed).length;

describe('who speaks', () => {
  it('is shown as proposed at each line, and asked about beside the transcript', async () => {
    expect(await labels()).toBe('Speaker 1 · proposed');
    await button('Who speaks?').click();
    await app.page.getByRole('heading', { name: 'Who speaks?' }).waitFor();
    await app.page.getByRole('list', { name: 'Speakers' }).getByText('Speaker 2').first().waitFor();
    expect(await app.page.getByRole('radio').count()).toBe(4);
    await app.page.screenshot({ path: join(SCREENSHOTS, 'speakers.png') });
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('keeps nobody from being withheld by name once it is confirmed, and not before', async () => {
    await button('Withhold all they say', false).first().click();
    await app.page.getByText('Who speaks is only proposed so far').waitFor();
    expect((await stored(app)).mentions).toEqual([]);
  });

  it('is named where its voice is heard, which confirms nothing', async () => {
    await app.page.getByLabel('Name of Speaker 1').fill('Host');
    await app.page.keyboard.press('Enter');
    await expect.poll(labels).toBe('Host · proposed');
    expect((await stored(app)).speakers.map(({ name }) => name)).toContain('Host');
  });

  it('is too short for voices to be told apart, and by channel is proposed again with labels that were given', async () => {
    await app.page.getByText('Three people').click();
    await button('Propose again').click();
    await app.page.getByText('too little to tell 3 voices apart').waitFor();
    const before = await stored(app);
    await app.page.locator('.cm-line').first().click();
    await app.page.getByLabel('Speaker of this line').fill('Guide');
    await button('Set for this line').click();
    await expect.poll(labels).toBe('Guide');
    await app.page.getByText('Each has a microphone').click();
    await button('Propose again').click();
    // The other lines of that microphone belong to the same person.
    await expect.poll(async () => (await stored(app)).speakers.map(({ name }) => name)).not.toContain('Host');
    expect(await proposedWords()).toBeGreaterThan(0);
    await app.page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored(app)).speakers.map(({ name }) => name)).toContain('Host');
    expect((await stored(app)).words.length).toBe(before.words.length);
  });

  it('may be told by a voice model of one’s own, which is known for the next interview until it is left out', async () => {
    const model = join(folder, 'voices.onnx');
    const kept = () => JSON.parse(readFileSync(join(app.userData, 'settings.json'), 'utf8')) as object;
    await app.page.getByText('Two people').click();
    await app.answerDialog('open', model);
    await button('With a voice model of your own…').click();
    await app.page.getByText('With voices.onnx').waitFor();
    await expect.poll(kept).toMatchObject({ voiceModel: model });
    await button('Without it').click();
    await button('With a voice model of your own…').waitFor();
    await expect.poll(kept).toMatchObject({ voiceModel: '' });
  });

  it('is said while it is heard: with each key the next line is gone to, and played', async () => {
    await app.page.locator('.cm-line').first().click();
    await app.page.keyboard.press('F7');
    await button('Pause').waitFor();
    const { words } = await stored(app);
    const [, , , fourth] = linesOf(words);
    for (const number of ['1', '2', '1']) await app.page.keyboard.press(number);
    await app.page.getByText('Line 4 of').waitFor();
    const shown = /(\d+):(\d\d) \//u.exec(await app.page.locator('.editor-side').innerText());
    const seconds = Number(shown?.[1]) * 60 + Number(shown?.[2]);
    expect(seconds).toBeGreaterThanOrEqual(Math.floor(words[fourth?.first ?? -1]?.start ?? Infinity) - 1);
    await app.page.keyboard.press('Escape');
    await button('Play').waitFor();
    for (let step = 0; step < 3; step++) await app.page.keyboard.press('Control+z');
    await app.page.keyboard.press('F7');
    expect((await stored(app)).words).toEqual(words);
  });

  it('is confirmed, and then one is withheld', async () => {
    await app.page.getByRole('tab', { name: 'Export' }).click();
    await app.page.getByText('Who speaks is only suggested for').waitFor();
    await button('Confirm who speaks').click();
    await button('Confirm').click();
    await expect.poll(proposedWords).toBe(0);
    await button('Withhold all they say', false).first().click();
    await expect.poll(async () => (await stored(app)).mentions.length).toBeGreaterThan(0);
  });

  it('is offered for a line by name, unless that name is withheld', async () => {
    const offered = () =>
      app.page
        .locator('datalist option')
        .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    await app.page.locator('.cm-line').first().click();
    await app.page.getByLabel('Speaker of this line').fill('Timur Serimov');
    await button('Rename everywhere').click();
    await expect.poll(offered).toContain('Timur Serimov');
    await app.page.locator('.cm-line').getByText('Serimov').click();
    await app.page.keyboard.press('Control+Enter');
    await expect.poll(offered).not.toContain('Timur Serimov');
  });
});
