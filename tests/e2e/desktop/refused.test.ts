import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectDocument } from '../../../shared/project/document';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview } from './openInterview';

const SCREENSHOTS = join(__dirname, '..', '..', '..', 'build', 'screenshots');

let folder: string;
let project: string;
let app: DesktopApp;
beforeAll(() => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'withheld-refused-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
afterEach(() => app.close());

const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: true });
const shows = (text: string | RegExp) => app.page.getByText(text).first().waitFor();
const screenshot = (name: string) => app.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
const transcript = () => app.page.getByRole('textbox', { name: 'Transcript' });
const note = () => app.page.getByRole('region', { name: 'Not saved' });

/** Types at the very beginning, and has it kept. */
async function type(text: string): Promise<void> {
  await transcript().focus();
  await app.page.keyboard.press('Control+Home');
  await app.page.keyboard.type(`${text} `);
  await button('Keys').focus();
}
const begins = (text: string) =>
  expect.poll(() => transcript().innerText()).toMatch(new RegExp(`^${text} `, 'u'));

/** What is on the disk: the project that is shown, opened by whom it is handed to. */
async function stored(handle: string): Promise<ProjectDocument> {
  const envelope = await app.page.evaluate(
    (open) => window.withheld.call({ id: 'stored', method: 'project.load', params: { project: open } }),
    handle,
  );
  if (!envelope?.ok) throw new Error('the project is not open');
  return (envelope.result as { document: ProjectDocument }).document;
}
const first = ({ words }: ProjectDocument, count: number) =>
  words
    .slice(0, count)
    .map(({ text }) => text)
    .join(' ');

describe('a project file that is gone', () => {
  const away = () => join(folder, 'elsewhere.withheld');
  beforeAll(() => (project = makeProject(folder)));

  it('takes nothing from the screen, and is saved in order when it is back', async () => {
    app = await openInterview(project);
    renameSync(project, away());
    await type('one');
    await note().waitFor();
    await shows('Not saved. The project file was moved, replaced or deleted while it was open.');
    await type('two');
    await begins('two one');
    await shows('2 changes on the screen only.');
    await app.page.getByText('not saved', { exact: true }).waitFor();
    expect(first(await stored('p1'), 1)).not.toBe('two');
    await screenshot('not-saved');
    expect(await findBarriers(app.page)).toEqual([]);

    await app.page.keyboard.press('Control+z');
    await shows('This has to wait: some changes are not saved.');
    await begins('two one');
    await button('Try again').click();
    await shows('Still not saved.');

    renameSync(away(), project);
    await button('Try again').click();
    await app.page.getByText('saved', { exact: true }).waitFor();
    await note().waitFor({ state: 'detached' });
    expect(first(await stored('p1'), 2)).toBe('two one');
    await app.page.keyboard.press('Control+z');
    await begins('one');
  });

  it('is asked about before anything is lost: closing, locking, closing the window', async () => {
    app = await openInterview(project);
    renameSync(project, away());
    await type('three');
    await note().waitFor();
    const asks = app.page.getByRole('alertdialog');
    const keep = asks.getByRole('button', { name: 'Keep it open' });

    await button('Close').click();
    await asks.getByText('1 change would be lost').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await screenshot('would-be-lost');
    await keep.click();
    await app.page.keyboard.press('Control+l');
    await asks.getByText('Not locked: 1 change would be lost').waitFor();
    // What a person presses without reading loses nothing.
    await app.page.keyboard.press('Enter');
    await asks.waitFor({ state: 'detached' });
    await app.pressClose();
    await asks.waitFor();
    await new Promise((passed) => setTimeout(passed, 3500));
    expect(app.ended).toBe(false);
    await keep.click();
    await begins('three');

    await button('Close').click();
    await asks.getByRole('button', { name: 'Close and lose 1 change' }).click();
    await app.page.getByRole('heading', { name: 'Drop a recording here' }).waitFor();
    renameSync(away(), project);
    await app.pressClose();
    await app.exited;
  });

  it('is exported from no more than it is verified, and saved as a copy with all that was typed', async () => {
    app = await openInterview(project);
    renameSync(project, away());
    await type('four');
    await note().waitFor();
    await app.page.getByRole('tab', { name: 'Export' }).click();
    await app.answerDialog('open', join(folder, 'out'));
    await button('Export and verify').click();
    await shows('This has to wait: some changes are not saved.');

    const copy = join(folder, 'Copy.withheld');
    await app.answerDialog('save', copy);
    await button('Save a copy…').click();
    await app.page.getByRole('heading', { name: 'Copy' }).waitFor();
    await begins('four');
    await app.page.getByText('saved', { exact: true }).waitFor();
    await button('Play').waitFor();
    await type('five');
    await app.page.getByText('saved', { exact: true }).waitFor();
    await app.pressClose();
    await app.exited;

    app = await openInterview(copy);
    await begins('five four');
  });
});
