import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
import { findBarriers } from './findBarriers';
import { launchApp, type DesktopApp } from './host';
import { keyboardOf } from './keyboardOf';
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

const { button, transcript, screenshot } = windowOf(() => app.page);
const { press, type, reach, counted } = keyboardOf(() => app.page);
const tab = (name: string) => app.page.getByRole('tab', { name });
const suggestionsLeft = async () => Number(/\d+/u.exec(await tab('Review').innerText())?.[0]);

/** Starts the app anew with the file that was handed over, as another person does at another time. */
async function open(): Promise<void> {
  app = await launchApp({ args: [project] });
  await reach(app.page.getByLabel('Passphrase'));
  await type(PASSPHRASE);
  await press('Enter');
  await transcript().waitFor();
}

/**
 * Goes from a recording to a verified export, through three pairs of hands and one file, without a mouse. The most keys
 * are those that were counted when a person went this way by hand, and a few more.
 */
describe('three people, by keyboard', () => {
  it('the interviewer has a recording transcribed', async () => {
    app = await launchApp();
    await app.answerDialog('open', [DEMO]);
    await reach(button('Choose a recording…'));
    await press('Enter');
    await reach(app.page.getByLabel('Passphrase', { exact: true }));
    await type(PASSPHRASE);
    await press('Tab');
    await type(PASSPHRASE);
    await app.answerDialog('save', project);
    await press('Enter');
    const form = app.page.getByRole('region', { name: 'Transcribe the recording' });
    await form.waitFor();
    const demo = form.getByRole('radio', { name: /^demo/u });
    await reach(form.getByRole('radiogroup').first());
    await press('Space');
    expect(await demo.isChecked()).toBe(true);
    await screenshot('journey-1-transcribe');
    expect(await findBarriers(app.page)).toEqual([]);
    await reach(form.getByRole('button', { name: 'Transcribe' }));
    await press('Enter');
    const progress = app.page.getByRole('region', { name: 'Transcription' });
    await progress.getByText(/ of 1:58/u).waitFor();
    await progress.waitFor({ state: 'detached' });
    expect(await transcript().innerText()).toContain('We are recording this interview');
    await screenshot('journey-2-transcript');
    expect(await findBarriers(app.page)).toEqual([]);
    expect(counted()).toBeLessThanOrEqual(24);
  });

  it('the editor decides what is withheld, and hears the edges found', async () => {
    await open();
    await expect.poll(suggestionsLeft, { timeout: 60_000 }).toBeGreaterThan(5);
    await reach(app.page.getByRole('tab', { selected: true }));
    await press('ArrowRight');
    await press('ArrowRight');
    const asked = await suggestionsLeft();
    for (let left = asked; left > 0; left = await suggestionsLeft()) {
      await press('Enter');
      await expect.poll(suggestionsLeft).toBeLessThan(left);
    }
    await app.page.getByText('finding edges').waitFor({ state: 'detached' });
    await screenshot('journey-3-marked');
    expect(await findBarriers(app.page)).toEqual([]);
    expect(counted()).toBeLessThanOrEqual(8 + asked);
  });

  it('the publisher reads it as it will be published, and exports what is safe', async () => {
    await open();
    await reach(app.page.getByRole('tab', { selected: true }));
    await press('ArrowLeft');
    await app.page.getByText('(DELETED)').first().waitFor();
    await screenshot('journey-4-published');
    await press('Control+e');
    const out = join(folder, 'published');
    await app.answerDialog('open', out);
    await reach(button('Choose a folder…'));
    await press('Enter');
    await app.page.getByText(out).waitFor();
    // Until that is known, the app asks whether to export what may not be decided.
    await app.page.getByText('Looking for what is not decided yet').waitFor({ state: 'detached' });
    await reach(button('Export and verify'));
    await press('Enter');
    const sentence = app.page.getByText(/^Checked: nothing that is withheld was found in these \d files\./u);
    await sentence.waitFor();
    await sentence.scrollIntoViewIfNeeded();
    await screenshot('journey-5-exported');
    expect(counted()).toBeLessThanOrEqual(24);
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
