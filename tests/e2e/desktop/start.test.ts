import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './findBarriers';
import { launchApp, type DesktopApp } from './host';
import { leaveAlone } from './stored';
import { expectWithin } from '../../support/patience';
import { windowOf } from './windowOf';

const ROOT = join(__dirname, '..', '..', '..');
const SHORT = join(ROOT, 'tests', 'fixtures', 'interviews', 'short-40s.flac');
const PASSPHRASE = 'seven lamps under the north bridge';

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-start-'));
  // This machine has no model but the demo's.
  app = await launchApp({ env: { WITHHELD_MODELS: folder } });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { button, heading, screenshot } = windowOf(() => app.page);
const words = async () =>
  (await app.page.getByRole('textbox', { name: 'Transcript' }).innerText()).split(/\s+/u).length;

async function typePassphrase(passphrase: string, again = passphrase): Promise<void> {
  await app.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await app.page.getByLabel('The same again').fill(again);
}

describe('an empty window', () => {
  it('says what to do, with the demo interview beside it', async () => {
    await heading('Drop a recording here').waitFor();
    await button('Try the demo interview').waitFor();
    await screenshot('start');
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('shows all keys on a question mark, but not where one writes', async () => {
    await app.page.keyboard.press('?');
    const sheet = app.page.getByRole('dialog', { name: 'Keys' });
    await sheet.waitFor();
    await sheet.getByText('Back 3 seconds').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await button('Several recordings…').click();
    await app.page.getByLabel('Names and words to expect').pressSequentially('who?');
    expect(await app.page.getByRole('dialog').count()).toBe(0);
    await button('Back to the start').click();
  });

  it('lets a key be set to another, refuses one that is taken, and resets it', async () => {
    await app.page.keyboard.press('Control+,');
    const settings = app.page.getByRole('dialog', { name: 'Settings' });
    const own = settings.getByRole('button', { name: /^Faster:/u });
    await own.click();
    await app.page.keyboard.press('F3');
    await settings.getByText('That key is already “Slower”.').waitFor();
    await app.page.keyboard.press('F9');
    await expect.poll(() => own.innerText()).toContain('F9');
    const inMenus = () =>
      app.inMain(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('faster')?.accelerator, null);
    await expect.poll(inMenus).toBe('F9');
    await screenshot('settings');
    await settings.getByRole('button', { name: 'Reset Faster' }).click();
    await expect.poll(() => own.innerText()).toContain('F4');
    await expect.poll(inMenus).toBe('F4');
    expect(await findBarriers(app.page)).toEqual([]);
    await settings.getByRole('button', { name: 'Close' }).click();
  });
});

describe('a new interview', () => {
  it('begins with a dropped file, and says what is wrong with one that is no recording', async () => {
    const file = join(folder, 'notes.mp4');
    writeFileSync(file, 'These are notes, not a recording.');
    await app.drop([file]);
    await heading('New interview').waitFor();
    await app.page
      .getByText('Without this passphrase nobody, we included, can open the interview again.')
      .waitFor();
    await typePassphrase('market');
    await app.page.getByText('would guess it in less than a minute').waitFor();
    await typePassphrase(PASSPHRASE, 'seven lamps');
    await app.page.getByText('would guess it in more than a million years').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await button('Save as…').click();
    await app.page.getByText('The two passphrases differ.').waitFor();
    await screenshot('new-interview');
    await app.answerDialog('save', join(folder, 'Notes.withheld'));
    await typePassphrase(PASSPHRASE);
    await button('Save as…').click();
    await app.page.getByRole('alert').waitFor();
    expect(await app.page.getByRole('alert').innerText()).toMatch(/recording/u);
    expect(existsSync(join(folder, 'Notes.withheld'))).toBe(false);
    await button('Back').click();
  });

  it('goes from the demo, in one click, to its transcript; a cancel keeps what was heard, and it goes on', async () => {
    await app.answerDialog('save', join(folder, 'Demo.withheld'));
    await button('Try the demo interview').click();
    const transcription = app.page.getByRole('region', { name: 'Transcription' });
    await transcription.getByText(/ of 1:58/u).waitFor();
    await expect.poll(words, { timeout: 60_000 }).toBeGreaterThan(30);
    await screenshot('transcribing');
    const asked = performance.now();
    const cancel = transcription.getByRole('button', { name: 'Cancel' });
    await cancel.click();
    await transcription.getByText(/^Transcription stopped at \d:\d\d of 1:58$/u).waitFor();
    await expectWithin(2500, performance.now() - asked);
    expect(await words()).toBeGreaterThan(30);
    await button('Resume').click();
    await cancel.waitFor();
  });

  it('is locked while work on it goes on, whatever is open, and opened by its passphrase only', async () => {
    const possible = (action: string) =>
      app.inMain(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled, action);
    await expect.poll(() => possible('person')).toBe(true);
    await app.page.keyboard.press('Control+,');
    await app.page.getByRole('dialog', { name: 'Settings' }).waitFor();
    await app.page.keyboard.press('Control+l');
    await app.page.keyboard.press('Escape');
    await expect.poll(() => possible('person')).toBe(false);
    expect(await possible('open')).toBe(true);
    await heading('Demo').waitFor();
    await app.page.getByText('It is being transcribed').waitFor();
    await button('Stop and open').click();
    await app.page.getByLabel('Passphrase').fill('something else');
    await app.page.keyboard.press('Enter');
    await app.page.getByText('That is not its passphrase.').waitFor();
    await screenshot('wrong-passphrase');
    expect(await findBarriers(app.page)).toEqual([]);
    // The wrong passphrase is selected, so the next try replaces it.
    await app.page.keyboard.type('demo');
    await app.page.keyboard.press('Enter');
    await app.page.getByText(/^Transcription stopped at \d:\d\d of 1:58$/u).waitFor();
    expect(await words()).toBeGreaterThan(30);
    await button('Close').click();
    await heading('Drop a recording here').waitFor();
  });
});

describe('the queue', () => {
  const row = (name: string) => app.page.getByRole('listitem', { name, exact: true });

  it('starts nothing without a model, and says why and where to get one', async () => {
    const other = join(folder, 'Door.flac');
    execFileSync('ffmpeg', ['-v', 'error', '-i', SHORT, '-t', '12', other]);
    const empty = join(folder, 'Room.wav');
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'anullsrc=r=16000:cl=mono',
      '-t',
      '4',
      empty,
    ]);
    await app.drop([SHORT, other]);
    await heading('Several recordings').waitFor();
    await app.answerDialog('open', [join(folder, 'notes.mp4'), empty]);
    await button('Choose more…').click();
    await app.answerDialog('open', folder);
    await button('Choose a folder…').click();
    await app.page.getByText('Without a model nothing can be transcribed.').waitFor();
    expect(await button('Transcribe 4 recordings').isDisabled()).toBe(true);
    await app.page.getByRole('region', { name: 'Recommended model' }).waitFor();
    await screenshot('no-model');
    expect(await findBarriers(app.page)).toEqual([]);
    await button('All models…').click();
    await app.page.getByText('Withheld downloads nothing unless you press Get').waitFor();
    await app.page.getByText('For a machine that is never online').click();
    await button('Copy the address of small').click();
    const copied = () => app.inMain(({ clipboard }) => clipboard.readText(), null);
    await expect.poll(copied).toMatch(/^https:.*\/ggml-small\.bin$/u);
    expect(await findBarriers(app.page)).toEqual([]);
    await button('Close').click();
  });

  it('takes recordings one after another; one that is cancelled ends within 2 s and goes on when asked', async () => {
    await app.page.locator('label', { hasText: /^demo$/u }).click();
    await typePassphrase(PASSPHRASE);
    await button('Transcribe 4 recordings').click();
    const [first, second, third] = [row('short-40s'), row('Door'), row('Room')];
    await first.getByText(/ of 0:/u).waitFor();
    await second.getByText('Waiting').waitFor();
    await screenshot('queue');
    const asked = performance.now();
    await first.getByRole('button', { name: 'Cancel' }).click();
    await first.getByText('Cancelled').waitFor();
    await expectWithin(2500, performance.now() - asked);
    await second.getByText(/^Done: \d+ words$/u).waitFor();
    const failed = row('notes');
    await failed.getByRole('alert').waitFor();
    await failed.getByRole('button', { name: 'Try again' }).waitFor();
    await third.getByText('Nothing was heard in this recording.').waitFor();
    await first.getByRole('button', { name: /^(?:Resume|Start again)/u }).click();
    await first.getByText(/^Done: \d+ words$/u).waitFor();
    expect(await first.locator('.heard').innerText()).not.toBe('');
    await screenshot('queue-done');
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('joins the pieces of one recording when told to, and takes an interrupted one as far as it goes', async () => {
    const pieces = ['GX010007.mkv', 'GX020007.mkv'].map((name) => join(folder, name));
    for (const [i, piece] of pieces.entries())
      execFileSync('ffmpeg', [
        '-v',
        'error',
        '-ss',
        String(6 * i),
        '-i',
        SHORT,
        '-t',
        '6',
        '-c:a',
        'aac',
        piece,
      ]);
    const interrupted = join(folder, 'Yard.flac');
    const bytes = readFileSync(SHORT);
    writeFileSync(interrupted, bytes.subarray(0, bytes.length / 2));

    await app.drop([...pieces].reverse());
    await app.page.locator('label', { hasText: 'They are pieces of one recording' }).click();
    await typePassphrase(PASSPHRASE);
    await button('Transcribe').click();
    await row('GX020007')
      .getByText(/^Done: \d+ words$/u)
      .waitFor();
    await row('GX020007')
      .getByText(/GX010007.*GX020007/u)
      .waitFor();

    await app.answerDialog('open', [interrupted]);
    await button('Choose recordings…').click();
    await typePassphrase(PASSPHRASE);
    await button('Transcribe').click();
    await row('Yard').getByRole('button', { name: 'Import what is there' }).click();
    await row('Yard')
      .getByText(/^Done: \d+ words$/u)
      .waitFor();
    await row('Yard')
      .getByText(/as far as it goes/u)
      .waitFor();
    for (const name of ['Yard', 'GX020007'])
      await row(name).getByRole('button', { name: 'Remove from the list' }).click();
  });

  it('opens what is finished without asking again, and asks once nobody touched the window for long', async () => {
    await row('Door').getByRole('button', { name: 'Open' }).click();
    await app.page.getByRole('textbox', { name: 'Transcript' }).waitFor();
    await button('Close').click();
    await button('Show the queue').click();
    const heard = () => app.page.locator('.heard').count();
    expect(await heard()).toBeGreaterThan(0);
    await leaveAlone(app);
    await expect.poll(heard).toBe(0);
    await row('short-40s').getByRole('button', { name: 'Open' }).click();
    await app.page.getByLabel('Passphrase').fill(PASSPHRASE);
    await button('Open').click();
    await heading('short-40s').waitFor();
    await app.page.getByRole('textbox', { name: 'Transcript' }).waitFor();
    expect(await words()).toBeGreaterThan(20);
  });
});
