import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveKey, SALT_BYTES } from '../../../main/vault/deriveKey';
import { openDatabase } from '../../../main/vault/openDatabase';
import { findBarriers } from './findBarriers';
import { launchApp, type DesktopApp } from './host';
import { makeProject, openInterview, PASSPHRASE } from './openInterview';
import { windowOf } from './windowOf';

const ROOT = join(__dirname, '..', '..', '..');
const CALL = join(ROOT, 'tests', 'fixtures', 'interviews', 'phone-call-2min.opus');
const MODEL = join(ROOT, 'resources', 'demo', 'ggml-demo.en.bin');

let folder: string;
let app: DesktopApp;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-troubles-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const { button, heading, screenshot } = windowOf(() => app.page);
const tab = (name: string) => app.page.getByRole('tab', { name });
const alert = () => app.page.getByRole('alert');

describe('a start', () => {
  beforeAll(async () => {
    app = await launchApp();
  });
  afterAll(() => app.close());

  it('on a project of a newer app says which, and on one that lost its end that it is damaged', async () => {
    const made = makeProject(folder, { recording: false });
    const newer = join(folder, 'Newer.withheld');
    copyFileSync(made, newer);
    const salt = readFileSync(newer).subarray(0, SALT_BYTES);
    const database = openDatabase(newer, await deriveKey(PASSPHRASE, salt), salt);
    database.pragma('user_version = 99');
    database.close();
    const cut = join(folder, 'Cut.withheld');
    const bytes = readFileSync(made);
    writeFileSync(cut, bytes.subarray(0, bytes.length - 70_000));

    for (const [path, says] of [
      [newer, /^The interview was made by a newer Withheld/u],
      [cut, /damaged/u],
    ] as const) {
      await app.answerDialog('open', path);
      await button('Open…').click();
      await app.page.getByLabel('Passphrase').fill(PASSPHRASE);
      await button('Open').click();
      await alert().getByText(says).waitFor();
      expect(await findBarriers(app.page)).toEqual([]);
      await button('Back').click();
    }
  });

  it('says so when the system shows no dialog, and when a screen cannot be drawn, and goes on', async () => {
    await app.inMain(({ dialog }) => {
      const shown = dialog.showOpenDialog.bind(dialog);
      dialog.showOpenDialog = () => {
        dialog.showOpenDialog = shown;
        throw new Error('no dialog');
      };
    }, null);
    await button('Choose a recording…').click();
    await alert().getByText('Something unexpected went wrong inside Withheld.').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await button('Dismiss').click();

    // An extension of the browser, or a defect, might do this.
    await app.page.evaluate(() => document.querySelector('.welcome')?.remove());
    await app.menu('new');
    await alert().getByText('This screen could not be drawn.').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await button('Try again').click();
    await heading('New interview').waitFor();
    await button('Back').click();
    await heading('Drop a recording here').waitFor();
  });
});

describe('a recording in the queue', () => {
  const model = () => join(folder, 'ggml-own.en.bin');
  const row = () => app.page.getByRole('listitem', { name: 'phone-call-2min', exact: true });

  beforeAll(async () => {
    copyFileSync(MODEL, model());
    app = await launchApp();
    await app.answerDialog('open', model());
  });
  afterAll(() => app.close());

  it('takes no file from a project that has its name', async () => {
    const out = join(folder, 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'phone-call-2min.withheld'), 'mine');
    await button('Several recordings…').click();
    await button('Choose a model file…').click();
    await app.answerDialog('open', [CALL]);
    await button(/^Choose (?:recordings|more)…$/u).click();
    await app.answerDialog('open', out);
    await button('Choose a folder…').click();
    await app.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await app.page.getByLabel('The same again').fill(PASSPHRASE);
    await button('Transcribe').click();
    await row().getByText('There is a file under that name already.').waitFor();
    expect(readFileSync(join(out, 'phone-call-2min.withheld'), 'utf8')).toBe('mine');
    rmSync(join(out, 'phone-call-2min.withheld'));
    await row()
      .getByRole('button', { name: /^Try again/u })
      .click();
  });

  it('goes on once its model is back, and with no other', async () => {
    // Something was heard, so there is something to go on with.
    await row().locator('.heard').waitFor();
    await row().getByRole('button', { name: 'Cancel' }).click();
    await row().getByText('Cancelled').waitFor();
    const away = join(folder, 'away.bin');
    renameSync(model(), away);
    await row().getByRole('button', { name: 'Open' }).click();
    const transcription = app.page.getByRole('region', { name: 'Transcription' });
    await transcription.getByRole('button', { name: 'Resume' }).click();
    await transcription.getByText('The model’s file is not where it was chosen.').waitFor();
    await screenshot('model-gone');
    expect(await findBarriers(app.page)).toEqual([]);
    const choose = async (path: string) => {
      await app.answerDialog('open', path);
      await transcription.getByRole('button', { name: 'Choose the model file…' }).click();
      await transcription.getByText(basename(path)).waitFor();
      await transcription.getByRole('button', { name: 'Resume' }).click();
    };
    const other = join(folder, 'ggml-other.en.bin');
    const bytes = readFileSync(away);
    writeFileSync(other, bytes.fill(0, bytes.length - 4));
    await choose(other);
    await transcription.getByText(/^The transcription was begun with another model/u).waitFor();
    await choose(away);
    await transcription.waitFor({ state: 'detached' });
    expect(await app.page.getByRole('textbox', { name: 'Transcript' }).innerText()).not.toBe('');
  });
});

describe('Review', () => {
  beforeAll(async () => {
    const own = join(folder, 'own');
    mkdirSync(own);
    app = await openInterview(makeProject(own, { recording: false }));
  });
  afterAll(() => app.close());

  it('says so when names could not be looked for', async () => {
    await tab('Review').click();
    await app.page.getByText(/suggestions to decide$/u).waitFor();
    await app.page.evaluate(() =>
      window.withheld.call({ id: 'closing', method: 'project.close', params: { project: 'p1' } }),
    );
    await app.page.keyboard.press('Enter');
    await alert().filter({ hasText: 'Try again' }).first().waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
  });
});
