import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRoot } from '../../../main/system/appRoot';
import { findBarriers } from './findBarriers';
import { launchApp, type DesktopApp } from './host';
import { makeProject, PASSPHRASE } from './openInterview';
import { windowOf } from './windowOf';

const RUSSIAN = JSON.parse(
  readFileSync(join(appRoot(), 'resources', 'messages', 'ru.json'), 'utf8'),
) as Record<string, string>;
/** Returns what stands in the window for an English text, once it speaks Russian. */
function russian(text: string): string {
  const translation = RUSSIAN[text];
  if (translation === undefined || translation === text) throw new Error(`not translated: ${text}`);
  return translation;
}

let folder: string;
let app: DesktopApp;
const launch = async (args: string[] = []) =>
  (app = await launchApp({ userData: join(folder, 'user'), env: { WITHHELD_MODELS: folder }, args }));
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-language-'));
  await launch();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { button, heading, press, shows, screenshot } = windowOf(() => app.page);

/** Returns every text of the menus, with the names of the menus. */
const menus = () =>
  app.inMain(({ Menu }) => {
    const all: string[] = [];
    const add = (menu: Electron.Menu | null | undefined) => {
      for (const { label, submenu } of menu?.items ?? []) {
        if (label) all.push(label);
        add(submenu);
      }
    };
    add(Menu.getApplicationMenu());
    return all;
  }, null);

/** Opens the settings and goes to the chosen language by keys alone. */
async function goToLanguage(): Promise<void> {
  await press('Control+,');
  await app.page.getByRole('dialog').waitFor();
  const chosen = app.page.getByRole('radiogroup').first().locator('input:checked');
  for (let tabs = 0; tabs < 3; tabs++) {
    await press('Tab');
    if (await chosen.evaluate((input) => input === document.activeElement)) return;
  }
  throw new Error('the language is not reached by the keyboard');
}

/** Returns the name of the option that has the keyboard. */
const focused = () =>
  app.page.evaluate(() => document.activeElement?.closest('label')?.textContent.trim() ?? null);

describe('the language of the app', () => {
  it('is changed by the keyboard, in the window and in the menus; what was chosen stays', async () => {
    await heading('Drop a recording here').waitFor();
    expect(await menus()).toContain('&Edit');
    const recording = join(folder, 'Market.wav');
    writeFileSync(recording, 'Only its name is looked at.');
    await app.drop([recording]);
    await heading('New interview').waitFor();
    await goToLanguage();
    await press('ArrowDown');
    await press('ArrowDown');
    await app.page.getByRole('dialog', { name: russian('Settings') }).waitFor();
    await expect.poll(focused).toBe('Русский');
    expect(await app.page.evaluate(() => document.documentElement.lang)).toBe('ru');
    expect(await findBarriers(app.page)).toEqual([]);
    await screenshot('settings-ru');
    await press('Escape');
    // The files that were chosen before are still there.
    await heading(russian('New interview')).waitFor();
    await shows('Market.wav');
    await screenshot('new-interview-ru');
    await button(russian('Back')).click();
    await heading(russian('Drop a recording here')).waitFor();
    await screenshot('start-ru');
    await expect.poll(menus).toContain(russian('&Edit'));
    const texts = await menus();
    // Nothing but names of programs is left in Latin letters.
    expect(texts.filter((text) => /[a-z]{2}/iu.test(text.replace('Withheld', '')))).toEqual([]);
    for (const text of ['New interview', 'Play or pause', 'Quit Withheld', 'Zoom in'])
      expect(texts).toContain(russian(text));
  });

  it('is that of what the main process refuses, and of what it asks', async () => {
    await app.answerDialog('open', join(folder, 'Nowhere.withheld'));
    await button(russian('Open…')).focus();
    await press('Enter');
    await heading('Nowhere').waitFor();
    await app.page.keyboard.type('demo');
    await press('Enter');
    await shows(russian('There is no file under that name.'));
    await shows(russian('Check the name and try again.'));
    const [dialog] = await app.askedDialogs();
    expect(dialog?.options).toMatchObject({ filters: [{ name: russian('Interview file') }] });
    await screenshot('refused-ru');
  });

  it('is kept, and goes back while an interview is open, which loses nothing by it', async () => {
    await app.close();
    await launch([makeProject(folder, { recording: false })]);
    await app.page.getByLabel(russian('Passphrase')).waitFor();
    expect(await menus()).toContain(russian('&Edit'));
    await app.page.keyboard.type(PASSPHRASE);
    await press('Enter');
    const text = app.page.locator('.cm-content');
    await text.getByText('Can you tell me your name?').click();
    await press('End');
    await app.page.keyboard.type(' Or not');
    await goToLanguage();
    await press('ArrowUp');
    await app.page.getByRole('dialog', { name: 'Settings', exact: true }).waitFor();
    await expect.poll(focused).toBe('English');
    await press('Escape');
    await text.focus();
    await app.page.keyboard.type(' today');
    await text.getByText('Can you tell me your name? Or not today').waitFor();
    await app.menu('close');
    await heading('Drop a recording here').waitFor();
    await expect.poll(menus).toContain('&Edit');
  });
});
