import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview, PASSPHRASE, unlock } from './openInterview';
import { keepBusy, leaveAlone } from './stored';
import { windowOf } from './windowOf';

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-lock-'));
  app = await openInterview(makeProject(folder, { recording: false }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { transcript: text, passphrase, tab, press, screenshot, exportNow } = windowOf(() => app.page);

describe('a lock', () => {
  it('hides the words before a slow disk has the last of them, and loses none', async () => {
    await text().click();
    await press('Control+Home');
    let isBusy = true;
    const busy = keepBusy(app, 4000).then(() => (isBusy = false));
    await app.page.keyboard.type('Written ');
    await press('Control+l');
    await text().waitFor({ state: 'hidden' });
    expect(isBusy).toBe(true);
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

  it('lets no key decide anything behind it', async () => {
    await app.page.getByRole('tab', { name: 'Review' }).click();
    await app.page.getByRole('region', { name: 'Suggestion to decide' }).waitFor();
    const busy = keepBusy(app, 3000);
    await press('Enter');
    await press('Control+l');
    await press('Enter');
    await press('Backspace');
    await busy;
    await unlock(app);
    await app.page.getByRole('tab', { name: 'Identities' }).click();
    await app.page.getByText('1 identity', { exact: true }).waitFor();
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

describe('an export behind a lock', () => {
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const goesOn = () =>
    app.page.getByText('It is being exported, and can be opened when that is done or stopped.');
  const came = () => app.page.getByRole('status').getByText(/^The export/u);
  const out = (name: string) => join(folder, name);
  async function startExport(name: string): Promise<void> {
    await tab('Export');
    await app.answerDialog('open', out(name));
    await button('Choose a folder…').click();
    await app.page.getByText(out(name)).waitFor();
    await exportNow();
    await app.page.getByText(/^Exporting/u).waitFor();
  }
  const openFile = async (path: string) => {
    await app.answerDialog('open', path);
    await button('Open…').click();
  };

  beforeAll(async () => {
    await app.close();
    for (const name of ['recorded', 'other']) mkdirSync(out(name));
    makeProject(out('other'), { recording: false });
    app = await openInterview(makeProject(out('recorded')));
  });

  it('goes on, and what came of it is told where the passphrase is asked for', async () => {
    await startExport('published');
    await tab('Review');
    await button('Withhold everything…').click();
    await app.inMain(({ powerMonitor }) => void powerMonitor.emit('lock-screen'), null);
    await goesOn().waitFor();
    expect(await app.page.getByRole('dialog').count()).toBe(0);
    expect(await app.page.locator('video').count()).toBe(0);
    expect(await findBarriers(app.page)).toEqual([]);
    await screenshot('locked-exporting');
    await came().waitFor();
    expect(await came().innerText()).toMatch(
      /^The export has ended\. Checked: nothing that is withheld was found/u,
    );
    await screenshot('locked-exported');
    expect(readdirSync(out('published'))).toContain('recording.mp4');
    await unlock(app);
    await tab('Identities');
    await app.page.getByText('Nothing is withheld yet').waitFor();
    await press('Control+l');
    await passphrase().waitFor();
    expect(await came().count()).toBe(0);
    await unlock(app);
  });

  it('says that the interview was changed since, where it was', async () => {
    await startExport('before');
    await tab('Transcript');
    await text().click();
    await app.page.keyboard.type('Later ');
    await leaveAlone(app);
    await goesOn().waitFor();
    await came().waitFor();
    expect(await came().innerText()).toMatch(/^The export has ended\. The interview has changed since/u);
    expect(await app.page.getByRole('alert').count()).toBe(0);
    await unlock(app);
  });

  it('is stopped where somebody asks for that, and leaves nothing', async () => {
    await startExport('stopped');
    await press('Control+l');
    await button('Stop and open').click();
    await unlock(app);
    expect(existsSync(out('stopped'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('goes on while another interview is worked on, and is told of its own alone', async () => {
    const own = join(out('recorded'), 'Market square.withheld');
    const other = join(out('other'), 'Market square.withheld');
    await startExport('meanwhile');
    await press('Control+l');
    await goesOn().waitFor();
    await button('Back').click();
    await openFile(other);
    await unlock(app);
    await press('Control+l');
    await passphrase().waitFor();
    expect(await goesOn().or(came()).count()).toBe(0);
    await button('Back').click();
    await expect.poll(() => existsSync(out('meanwhile'))).toBe(true);
    await openFile(own);
    await came().waitFor();
    await unlock(app);
    await button('Close').click();
  });
});
