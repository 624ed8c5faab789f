import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
import { findBarriers } from './findBarriers';
import { launchApp, type DesktopApp } from './host';
import { windowOf } from './windowOf';

const ROOT = join(__dirname, '..', '..', '..');
const DEMO = join(ROOT, 'resources', 'demo', 'interview.mp4');
const PASSPHRASE = 'seven lamps under the north bridge';

let folder: string;
let project: string;
let app: DesktopApp;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-journey-'));
  project = join(folder, 'Market square, May.withheld');
});
afterEach(() => app.close());
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const { button, transcript, tab, screenshot, exportNow } = windowOf(() => app.page);
const suggestionsLeft = async () =>
  Number(/\d+/u.exec(await app.page.getByRole('tab', { name: 'Review' }).innerText())?.[0]);

/** Starts the app anew with the file that was handed over, as another person does at another time. */
async function open(): Promise<void> {
  app = await launchApp({ args: [project] });
  await app.page.getByLabel('Passphrase').fill(PASSPHRASE);
  await button('Open').click();
  await transcript().waitFor();
}

/** Goes from a recording to a verified export, through three pairs of hands and one file. */
describe('three people', () => {
  it('the interviewer drops a recording and has it transcribed', async () => {
    app = await launchApp();
    await app.drop([DEMO]);
    await app.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await app.page.getByLabel('The same again').fill(PASSPHRASE);
    await app.answerDialog('save', project);
    await button('Save as…').click();
    const form = app.page.getByRole('region', { name: 'Transcribe the recording' });
    await form.waitFor();
    await form.locator('label', { hasText: /^demo$/u }).click();
    await screenshot('journey-1-transcribe');
    expect(await findBarriers(app.page)).toEqual([]);
    await form.getByRole('button', { name: 'Transcribe' }).click();
    const progress = app.page.getByRole('region', { name: 'Transcription' });
    await progress.getByText(/ of 1:58/u).waitFor();
    await progress.waitFor({ state: 'detached' });
    expect(await transcript().innerText()).toContain('We are recording this interview');
    await screenshot('journey-2-transcript');
    expect(await findBarriers(app.page)).toEqual([]);
    await button('Close').click();
  });

  it('the editor decides what is withheld, and hears the edges found', async () => {
    await open();
    await expect.poll(suggestionsLeft, { timeout: 60_000 }).toBeGreaterThan(5);
    await tab('Review');
    await button('Withhold everything…').click();
    await app.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Withhold/u })
      .click();
    await expect.poll(suggestionsLeft).toBe(0);
    await tab('Transcript');
    await transcript().locator('.withheld').first().waitFor();
    await app.page.getByText('finding edges').waitFor();
    await app.page.getByText('finding edges').waitFor({ state: 'detached' });
    await button('Play').waitFor();
    await screenshot('journey-3-marked');
    expect(await findBarriers(app.page)).toEqual([]);
    await button('Close').click();
  });

  it('the publisher reads it as it will be published, and exports what is safe', async () => {
    await open();
    await tab('As published');
    await app.page.getByText('(DELETED)').first().waitFor();
    await screenshot('journey-4-published');
    await tab('Export');
    const out = join(folder, 'published');
    await app.answerDialog('open', out);
    await button('Choose a folder…').click();
    await app.page.getByText(out).waitFor();
    await exportNow();
    const sentence = app.page.getByText(/^Checked: nothing that is withheld was found in these \d files\./u);
    await sentence.waitFor();
    await sentence.scrollIntoViewIfNeeded();
    await screenshot('journey-5-exported');
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as {
      checks: { answer: string }[];
    };
    expect(new Set(report.checks.map(({ answer }) => answer))).toEqual(new Set(['passed']));
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining(['recording.mp4', 'transcript.docx', 'transcript.txt']),
    );
    const text = readFileSync(join(out, 'transcript.txt'), 'utf8');
    expect(text).toContain('(DELETED)');
    for (const name of ['Taraz', 'Rakhimov', 'Mambetov', '555']) expect(text).not.toContain(name);
  });
});
