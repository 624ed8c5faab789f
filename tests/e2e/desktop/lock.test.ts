import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview, PASSPHRASE, unlock } from './openInterview';
import { keepBusy, leaveAlone } from './stored';

const SCREENSHOTS = join(__dirname, '..', '..', '..', 'build', 'screenshots');

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'withheld-lock-'));
  app = await openInterview(makeProject(folder, { recording: false }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const text = () => app.page.getByRole('textbox', { name: 'Transcript' });
const passphrase = () => app.page.getByLabel('Passphrase');
const press = (key: string) => app.page.keyboard.press(key);

describe('a lock', () => {
  it('hides the words before a slow disk has the last of them, and loses none', async () => {
    await text().click();
    await press('Control+Home');
    const busy = keepBusy(app, 4000);
    await app.page.keyboard.type('Written ');
    await press('Control+l');
    await text().waitFor({ state: 'hidden', timeout: 2000 });
    await app.page.keyboard.type('Nowhere ');
    expect(await passphrase().count()).toBe(0);
    await busy;
    await passphrase().waitFor();
    expect(await passphrase().inputValue()).toBe('');
    await unlock(app);
    expect((await text().innerText()).slice(0, 20)).toMatch(/^Written We/u);
  });

  it('holds for an interview that is being opened', async () => {
    await press('Control+l');
    await passphrase().fill(PASSPHRASE);
    await press('Enter');
    const opening = app.page.getByRole('button', { name: 'Opening…' });
    await opening.waitFor();
    await press('Control+l');
    expect(await passphrase().inputValue()).toBe('');
    await opening.waitFor({ state: 'detached' });
    expect(await text().count()).toBe(0);
    await unlock(app);
  });

  it('empties the passphrase of a new interview, shown or not', async () => {
    await press('Control+l');
    await passphrase().waitFor();
    await app.menu('new');
    await app.page.getByText('Show what I type').click();
    await app.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await press('Control+l');
    expect(await app.page.getByLabel('Passphrase', { exact: true }).inputValue()).toBe('');
    expect(await app.page.getByLabel('Show what I type').isChecked()).toBe(false);
  });
});

describe('a lock while an export runs', () => {
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const asksToWait = () => app.page.getByRole('heading', { name: 'Hidden, and locked when this is done' });
  const out = (name: string) => join(folder, name);
  async function startExport(name: string): Promise<void> {
    await app.page.getByRole('tab', { name: 'Export' }).click();
    await app.answerDialog('open', out(name));
    await button('Choose a folder…').click();
    await app.page.getByText(out(name)).waitFor();
    await button('Export and verify').click();
    await app.page.getByText(/^Exporting/u).waitFor();
  }
  const lockScreen = () => app.inMain(({ powerMonitor }) => void powerMonitor.emit('lock-screen'), null);

  beforeAll(async () => {
    await app.close();
    mkdirSync(out('recorded'));
    app = await openInterview(makeProject(out('recorded')));
  });

  it('hides the interview with the screen, waits for the export, and says what came of it', async () => {
    await startExport('published');
    await lockScreen();
    await asksToWait().waitFor();
    expect(await app.page.getByRole('tab').count()).toBe(0);
    expect(await findBarriers(app.page)).toEqual([]);
    await app.page.screenshot({ path: join(SCREENSHOTS, 'lock-waits.png') });
    // It is told again, and nothing else is asked for.
    await lockScreen();
    await passphrase().waitFor();
    const came = app.page.getByRole('status').getByText(/^The export has ended\. Checked: nothing/u);
    expect(await came.count()).toBe(1);
    await app.page.screenshot({ path: join(SCREENSHOTS, 'locked-after-export.png') });
    expect(readdirSync(out('published'))).toContain('recording.mp4');
    await unlock(app);
    expect(await asksToWait().count()).toBe(0);
  });

  it('waits for it as well where nobody touched the window for long', async () => {
    await startExport('alone');
    await leaveAlone(app);
    await asksToWait().waitFor();
    await passphrase().waitFor();
    await app.page.getByText(/^The export has ended\. Checked: nothing/u).waitFor();
    await unlock(app);
  });

  it('locks at once where it is asked to, leaves nothing of the export, and says so', async () => {
    await startExport('stopped');
    await lockScreen();
    await button('Stop it and lock now').click();
    await passphrase().waitFor();
    await app.page.getByText('What was running on it was stopped').waitFor();
    await unlock(app);
    await startExport('stopped');
    await press('Control+l');
    await passphrase().waitFor();
    expect(await asksToWait().count()).toBe(0);
    await unlock(app);
    await expect.poll(() => existsSync(out('stopped'))).toBe(false);
  });
});
