import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERVIEWS, samplesOfFile } from '../../support/speech';
import { writeWav } from '../../support/writeWav';
import { findBarriers } from './findBarriers';
import { launchApp, type DesktopApp } from './host';
import { PASSPHRASE, unlock } from './openInterview';
import { stored } from './stored';

const ROOT = join(__dirname, '..', '..', '..');
const SCREENSHOTS = join(ROOT, 'build', 'screenshots');
const RATE = 16_000;
/** Seconds in which nobody speaks, in the middle of speech. */
const PAUSE = { from: 9.5, to: 15.5 };

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'withheld-pauses-'));
  const said = await samplesOfFile(join(INTERVIEWS, 'short-40s.flac'), 15);
  const at = PAUSE.from * RATE;
  const samples = new Float32Array(said.length + (PAUSE.to - PAUSE.from) * RATE);
  samples.set(said.subarray(0, at));
  samples.set(said.subarray(at), PAUSE.to * RATE);
  const media = join(folder, 'pause.wav');
  writeWav(media, samples, RATE);
  const project = join(folder, 'Market square.withheld');
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], {
      env: { ...process.env, WITHHELD_PASSPHRASE: PASSPHRASE },
      stdio: 'pipe',
    });
  run('new', project, '--media', media);
  run('transcribe', project, '--model', 'demo', '--language', 'en', '--beam', '1');
  const userData = join(folder, 'settings');
  mkdirSync(userData);
  app = await launchApp({ userData, args: [project] });
  await unlock(app);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('pauses that were not transcribed', () => {
  const pauses = () => app.page.getByRole('region', { name: 'Pauses' });
  const rows = () => app.page.getByRole('grid', { name: 'Pauses not transcribed' }).getByRole('row');

  it('are one line in Review, with their number and length, until it is opened', async () => {
    await app.page.getByRole('tab', { name: 'Review' }).click();
    const line = pauses().getByRole('button', { name: /^1 pause not transcribed \(\S+ in all\)$/u });
    await line.waitFor();
    expect(await rows().count()).toBe(0);
    await line.click();
    await expect.poll(() => rows().count()).toBe(1);
  });

  it('are heard, and transcribed when somebody asks for it, which can be taken back', async () => {
    await rows().first().click();
    await pauses().locator('button:enabled').getByText('Hear').waitFor();
    await app.page.screenshot({ path: join(SCREENSHOTS, 'pauses.png') });
    expect(await findBarriers(app.page)).toEqual([]);
    await pauses().getByRole('button', { name: 'Transcribe this' }).click();
    await pauses()
      .getByText(/^(?:The model hears no words there|Put \d+ words? into the transcript)/u)
      .waitFor({ timeout: 60_000 });
    await expect.poll(() => rows().count()).toBe(0);
    expect((await stored(app)).transcription?.heard).toHaveLength(1);
    await app.page.keyboard.press('Control+z');
    await expect.poll(() => rows().count()).toBe(1);
  });
});
