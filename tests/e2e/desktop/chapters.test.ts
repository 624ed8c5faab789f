import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clock } from '../../../shared/text/clock';
import { linesOf } from '../../../shared/text/lines';
import { chaptersInOrder } from '../../../shared/plan/chaptersInOrder';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview, unlock } from './openInterview';
import { call, stored } from './stored';
import { windowOf } from './windowOf';

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-chapters-'));
  app = await openInterview(makeProject(folder));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { button, heading, transcript, screenshot, press, tab, shows } = windowOf(() => app.page);
const field = () => app.page.getByLabel('Heading of a chapter').first();
const type = (text: string) => app.page.keyboard.type(text);
/** Returns each heading with the number of its line, counted from 0. */
const headings = async () => {
  const document = await stored(app);
  const lines = linesOf(document.words).map(({ first }) => first);
  return chaptersInOrder(document).map(({ at, text }) => [lines.indexOf(at), text]);
};
const kept = (expected: unknown[]) => expect.poll(headings).toEqual(expected);

describe('headings, by keyboard', () => {
  it('are written above the line of the caret, and left by Enter', async () => {
    await transcript().focus();
    await press('Control+Home');
    await press('Control+Shift+H');
    // Signs that are keys elsewhere are written in a heading.
    await type('G? 1 The beginning');
    await press('Enter');
    await kept([[0, 'G? 1 The beginning']]);
    await press('Control+End');
    await press('Control+Shift+H');
    await type('The end');
    await press('Enter');
    const last = linesOf((await stored(app)).words).length - 1;
    await kept([
      [0, 'G? 1 The beginning'],
      [last, 'The end'],
    ]);
    // The keyboard is back in the text.
    expect(await transcript().evaluate((text) => text === document.activeElement)).toBe(true);
    await screenshot('chapter');
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('are written anew where they stand, and Escape leaves them as they were', async () => {
    await press('Control+Home');
    await press('Control+Shift+H');
    await expect.poll(() => field().evaluate((one) => one === document.activeElement)).toBe(true);
    await press('End');
    await type(' is lost');
    await press('Escape');
    expect(await field().inputValue()).toBe('G? 1 The beginning');
    await press('Control+Shift+H');
    await press('Control+A');
    await type('The first evening');
    await press('Enter');
    await expect.poll(async () => (await headings())[0]).toEqual([0, 'The first evening']);
    await press('Control+Z');
    await expect.poll(() => field().inputValue()).toBe('G? 1 The beginning');
    await press('Control+Shift+Z');
    await expect.poll(() => field().inputValue()).toBe('The first evening');
  });

  it('stay above their line while that is typed in, split and deleted', async () => {
    const { words } = await stored(app);
    await press('Control+Home');
    await type('Well, ');
    await expect.poll(async () => (await stored(app)).words[0]?.text).toBe('Well,');
    expect((await headings())[0]).toEqual([0, 'The first evening']);
    expect(await field().isVisible()).toBe(true);
    await press('Enter');
    await expect.poll(async () => (await stored(app)).words[1]?.paragraph).toBe(true);
    expect((await headings())[0]).toEqual([0, 'The first evening']);
    for (let step = 0; step < 2; step++) await press('Control+Z');
    await expect.poll(async () => (await stored(app)).words).toEqual(words);
    expect((await headings())[0]).toEqual([0, 'The first evening']);
  });

  it('are removed by their button, and by leaving them empty', async () => {
    await press('Control+End');
    for (let row = 0; row < 2; row++) await press('ArrowUp');
    await press('Control+Shift+H');
    await type('Not for long');
    await press('Enter');
    await expect.poll(async () => (await headings()).length).toBe(3);
    // The caret stepped over the heading between the two lines.
    const last = linesOf((await stored(app)).words).length - 1;
    expect((await headings())[1]).toEqual([last - 1, 'Not for long']);
    const { chapters } = await stored(app);
    const id = chapters.find(({ text }) => text === 'Not for long')?.id;
    const its = app.page.locator(`[data-chapter="${id}"]`);
    await its.getByRole('button', { name: 'Remove the heading' }).focus();
    await press('Enter');
    await expect.poll(async () => (await headings()).length).toBe(2);
    await press('Control+Z');
    await expect.poll(async () => (await headings()).length).toBe(3);
    await its.getByRole('textbox').focus();
    await press('Control+A');
    await press('Delete');
    await press('Enter');
    await expect.poll(async () => (await headings()).length).toBe(2);
  });

  it('are gone to from the list of chapters, and told beside the strip', async () => {
    await shows('2 chapters');
    const { words, chapters } = await stored(app);
    const end =
      words.find(({ id }) => id === chapters.find(({ text }) => text === 'The end')?.wordId)?.start ?? NaN;
    await button('Keys').focus();
    await press('Control+G');
    await press('Tab');
    await press('Tab');
    await press('Tab');
    await press('Enter');
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    const strip = app.page.getByRole('slider', { name: 'Whole recording' });
    await expect.poll(() => strip.getAttribute('aria-valuetext')).toContain(clock(end));
  });

  it('are gone to from the button below the waveform, and the keyboard is in their line', async () => {
    await button('Chapters').focus();
    await press('Enter');
    const list = app.page.getByRole('dialog', { name: 'Chapters' });
    await list.waitFor();
    await screenshot('chapters-list');
    expect(await findBarriers(app.page)).toEqual([]);
    await press('Enter');
    await list.waitFor({ state: 'hidden' });
    const strip = app.page.getByRole('slider', { name: 'Whole recording' });
    const { words } = await stored(app);
    await expect.poll(() => strip.getAttribute('aria-valuetext')).toContain(clock(words[0]?.start ?? NaN));
    await expect.poll(() => transcript().evaluate((text) => text === document.activeElement)).toBe(true);
    expect(await field().inputValue()).toBe('The first evening');
    expect(await field().isVisible()).toBe(true);
  });

  it('are found, counted and gone to, and the keyboard stays in the search', async () => {
    await press('Control+F');
    const wanted = app.page.getByLabel('Find', { exact: true });
    await wanted.fill('first evening');
    await shows('1 of 1');
    const box = app.page.locator('.chapter.found.current');
    await box.waitFor();
    expect(await box.getByRole('textbox').inputValue()).toBe('The first evening');
    expect(await wanted.evaluate((one) => one === document.activeElement)).toBe(true);
    await screenshot('chapter-found');
    expect(await findBarriers(app.page)).toEqual([]);
    // From here, the heading at the end is far out of view.
    await wanted.fill('the end');
    await box.waitFor();
    expect(await box.getByRole('textbox').inputValue()).toBe('The end');
  });

  it('are replaced in, one by one or all at once, as steps that are taken back', async () => {
    const before = await headings();
    await app.page.getByLabel('Find', { exact: true }).fill('evening');
    await button('Replace…').click();
    await app.page.getByLabel('Replace with').fill('morning');
    await button('Replace').click();
    await expect.poll(async () => (await headings())[0]).toEqual([0, 'The first morning']);
    await button(/^Undo/u).click();
    await kept(before);
    await app.page.getByLabel('Find', { exact: true }).fill('the');
    const { words } = await stored(app);
    await app.page.getByLabel('Replace with').fill('this');
    await button('Replace all').click();
    await expect
      .poll(async () => (await headings()).map(([, text]) => text))
      .toEqual(['this first evening', 'this end']);
    expect((await stored(app)).words).not.toEqual(words);
    await button(/^Undo/u).click();
    await kept(before);
    expect((await stored(app)).words).toEqual(words);
  });

  it('are asked about before their words are deleted, and go when none is left', async () => {
    const before = await headings();
    await app.page.getByLabel('Find', { exact: true }).fill('The end');
    await app.page.getByLabel('Replace with').fill('');
    await button('Replace').click();
    const question = app.page.getByRole('alertdialog');
    await question.getByText('1 heading has no other words and goes, too.').waitFor();
    await screenshot('chapter-delete');
    expect(await findBarriers(app.page)).toEqual([]);
    await question.getByRole('button', { name: 'Keep the words' }).click();
    await kept(before);
    await button('Replace').click();
    await question.getByRole('button', { name: 'Delete', exact: true }).click();
    await kept(before.slice(0, 1));
    await button(/^Undo/u).click();
    await kept(before);
    await app.page.getByLabel('Find', { exact: true }).press('Escape');
    expect(await app.page.locator('.chapter.found').count()).toBe(0);
  });

  it('read as headings in the preview', async () => {
    await tab('As published');
    await heading('The first evening').waitFor();
    await screenshot('chapter-published');
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('that say a withheld name are asked about in Review, and written anew from there', async () => {
    await tab('Transcript');
    await field().click();
    await press('Control+A');
    await type('With Rakhimov');
    await press('Enter');
    await expect.poll(async () => (await headings())[0]).toEqual([0, 'With Rakhimov']);
    await call(app, 'mark.add', { marks: [{ text: 'Viktor Rakhimov', type: 'person' }], align: false });
    // They stand there in clear, and it is said what that means.
    const told = app.page.locator('.stops-export');
    await told.waitFor();
    expect(await app.page.locator('.chapter-stops').innerText()).toContain('Would stop an export');
    const described = await field().getAttribute('aria-describedby');
    expect(described).toBe(await told.getAttribute('id'));
    await screenshot('chapter-stops');
    expect(await findBarriers(app.page)).toEqual([]);
    await tab('As published');
    await heading('With Rakhimov').waitFor();
    await told.waitFor();
    expect(await told.count()).toBe(1);
    await screenshot('chapter-stops-published');
    expect(await findBarriers(app.page)).toEqual([]);
    await told.getByRole('button', { name: 'Review' }).click();
    const row = app.page.getByRole('row', { name: /heading of chapter 1/iu }).first();
    await row.click();
    await shows('This is in the heading of chapter 1.');
    await screenshot('chapter-review');
    await button('Change the heading').click();
    await expect.poll(() => field().evaluate((one) => one === document.activeElement)).toBe(true);
    await type('With him');
    await press('Enter');
    await expect.poll(async () => (await headings())[0]).toEqual([0, 'With him']);
    await told.waitFor({ state: 'detached' });
    await tab('Review');
    await row.waitFor({ state: 'detached' });
  });

  it('that are being written are kept when the interview is locked', async () => {
    await tab('Transcript');
    await field().click();
    await press('Control+A');
    await type('The first evening again');
    await press('Control+L');
    await unlock(app);
    await expect.poll(() => field().inputValue()).toBe('The first evening again');
  });
});
