import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DesktopApp } from './host';
import { makeProject, openInterview, PASSPHRASE, unlock } from './openInterview';
import { keepBusy } from './stored';

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
