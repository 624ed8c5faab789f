import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeNamesModel } from '../../support/makeNamesModel';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview } from './openInterview';

const SCREENSHOTS = join(__dirname, '..', '..', '..', 'build', 'screenshots');
/**
 * A word that is no name, and that nothing else finds. It is near the beginning, since only rows in sight are drawn.
 */
const WORD = 'recording';

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'withheld-names-model-'));
  app = await openInterview(makeProject(folder, { recording: false }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const settings = () => app.page.getByRole('dialog', { name: 'Settings' });
const close = () => settings().getByRole('button', { name: 'Close', exact: true }).click();
const field = () => settings().getByRole('group', { name: 'Names model' });
const rows = () =>
  app.page.getByRole('row').filter({ has: app.page.locator('strong').getByText(WORD, { exact: true }) });

it('chosen in the settings it adds to what is suggested, and refused it changes nothing', async () => {
  await app.page.getByRole('tab', { name: 'Review' }).click();
  await app.page.getByText('Suggested because of:').waitFor();
  expect(await rows().count()).toBe(0);

  await app.menu('settings');
  const wrong = join(folder, 'wrong.onnx');
  writeFileSync(wrong, 'no model');
  await app.answerDialog('open', wrong);
  await field().getByRole('button', { name: 'Choose…' }).click();
  await settings().getByText('There is no tokenizer.json beside the model').waitFor();

  const model = makeNamesModel(join(folder, 'model', 'tiny.onnx'), { says: { [WORD]: 'B-LOC' } });
  await app.answerDialog('open', model);
  await field().getByRole('button', { name: 'Choose…' }).click();
  await settings().getByText('It can be used, and finds people, places and organisations').waitFor();
  await field().getByText('tiny.onnx').waitFor();
  expect(await findBarriers(app.page)).toEqual([]);
  await app.page.screenshot({ path: join(SCREENSHOTS, 'names-model.png') });
  await close();

  await rows().first().waitFor();
  await rows().first().click();
  await app.page.getByText('your model reads it as a name').first().waitFor();

  await app.menu('settings');
  await field().getByRole('button', { name: 'Remove' }).click();
  await close();
  await expect.poll(() => rows().count()).toBe(0);
});
