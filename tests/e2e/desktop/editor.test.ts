import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview, unlock } from './openInterview';
import { stored } from './stored';
import { windowOf } from './windowOf';

let folder: string;
let project: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-editor-'));
  project = makeProject(folder);
  app = await openInterview(project);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { transcript, screenshot } = windowOf(() => app.page);
const reading = () => transcript().innerText();
const undo = () => app.page.keyboard.press('Control+z');
const redo = () => app.page.keyboard.press('Control+Shift+z');
/** Puts the caret on a word and selects it. */
async function selectWord(text: string): Promise<void> {
  await transcript().locator('.cm-line', { hasText: text }).first().waitFor();
  const box = await app.page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.cm-content') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
    return null;
  }, text);
  if (!box) throw new Error('the word is not on the screen');
  await app.page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
}

describe('the transcript', () => {
  it('shows what is said, and by whom', async () => {
    expect(await reading()).toContain('We are recording this interview in Taraz.');
    await screenshot('editor');
  });

  it('is corrected by typing, and word times survive', async () => {
    const before = await stored(app);
    await selectWord('recording');
    await app.page.keyboard.type('filming');
    await app.page.getByRole('button', { name: 'Close', exact: true }).focus();
    const after = await stored(app);
    const at = before.words.findIndex(({ text }) => text === 'recording');
    expect(after.words[at]).toMatchObject({
      text: 'filming',
      start: before.words[at]?.start,
      end: before.words[at]?.end,
    });
    expect(after.words.toSpliced(at, 1)).toEqual(before.words.toSpliced(at, 1));
    await undo();
    await expect.poll(reading).toContain('We are recording this');
    await redo();
    await expect.poll(reading).toContain('We are filming this');
    await undo();
    await expect.poll(async () => (await stored(app)).words).toEqual(before.words);
  });

  it('is split by Enter and merged by Backspace', async () => {
    const { words } = await stored(app);
    const lines = (await reading()).split('\n').length;
    await selectWord('recording');
    await app.page.keyboard.press('ArrowLeft');
    await app.page.keyboard.press('Enter');
    await expect
      .poll(async () => (await stored(app)).words.filter(({ paragraph }) => paragraph).length)
      .toBeGreaterThan(0);
    await expect.poll(async () => (await reading()).split('\n').length).toBe(lines + 1);
    await app.page.keyboard.press('Backspace');
    await expect.poll(async () => (await reading()).split('\n').length).toBe(lines);
    await expect
      .poll(async () => (await stored(app)).words.map(({ text, start, end }) => ({ text, start, end })))
      .toEqual(words.map(({ text, start, end }) => ({ text, start, end })));
  });

  it('merges two lines as they were brought, word beside word', async () => {
    const { words } = await stored(app);
    await selectWord('Can');
    await app.page.keyboard.press('ArrowLeft');
    await app.page.keyboard.press('Backspace');
    const second = words.findIndex(({ text }) => text === 'Can');
    expect(words[second]?.paragraph).toBe(true);
    await expect.poll(async () => (await stored(app)).words[second]?.paragraph).toBeUndefined();
    expect((await stored(app)).words.map(({ text }) => text)).toEqual(words.map(({ text }) => text));
    await undo();
    await expect.poll(async () => (await stored(app)).words).toEqual(words);
  });

  it('is marked by a key, shows a bar, and shows the word while Alt is held', async () => {
    await selectWord('Taraz');
    await app.page.keyboard.press('Control+2');
    await expect.poll(reading).not.toContain('Taraz');
    await expect.poll(reading).toContain('(DELETED)');
    const { entities, mentions } = await stored(app);
    expect(entities).toMatchObject([{ type: 'place', decision: 'withhold' }]);
    expect(mentions.length).toBeGreaterThan(1);
    await screenshot('editor-marked');
    await app.page.keyboard.down('Alt');
    await expect.poll(reading).toContain('Taraz');
    await app.page.keyboard.up('Alt');
    await expect.poll(reading).not.toContain('Taraz');
  });

  it('keeps a bar whole: what is typed around it is published, and the words under it stay', async () => {
    const { words } = await stored(app);
    const at = words.findIndex(({ text }) => text.startsWith('Taraz'));
    const bar = transcript().locator('.withheld').first();
    const typeBeside = async (typed: string, side: 'left' | 'right') => {
      const box = await bar.boundingBox();
      if (!box) throw new Error('the bar is not on the screen');
      await app.page.mouse.click(box.x + (side === 'left' ? 1 : box.width - 1), box.y + box.height / 2);
      await app.page.keyboard.type(typed);
    };
    const textAt = async (from: number, to: number) =>
      (await stored(app)).words.slice(from, to).map(({ text }) => text);
    await typeBeside('Today', 'right');
    await expect.poll(reading).toMatch(/in \(DELETED\) Today\. /u);
    expect(await textAt(at, at + 2)).toEqual(['Taraz', 'Today.']);
    await undo();
    // It begins with the same letter as the hidden word.
    await typeBeside('T', 'left');
    await expect.poll(reading).toMatch(/in T \(DELETED\)\. /u);
    expect(await textAt(at, at + 2)).toEqual(['T', 'Taraz.']);
    await undo();
    await expect.poll(() => textAt(at, at + 1)).toEqual(['Taraz.']);
    await typeBeside('', 'left');
    for (const key of ['Backspace', 'Backspace', 'Delete', 'Delete']) await app.page.keyboard.press(key);
    await expect.poll(reading).toMatch(/this interview i \(DELETED\)\. /u);
    expect(await textAt(at - 1, at + 1)).toEqual(['i', 'Taraz.']);
    await undo();
    await expect.poll(async () => (await stored(app)).words).toEqual(words);
  });

  it('corrects the words under a bar in the panel, where they stay hidden and are heard again', async () => {
    const { words } = await stored(app);
    const at = words.findIndex(({ text }) => text.startsWith('Taraz'));
    const box = await transcript().locator('.withheld').first().boundingBox();
    if (!box) throw new Error('the bar is not on the screen');
    await app.page.mouse.click(box.x + box.width - 1, box.y + box.height / 2);
    await app.page.keyboard.press('Backspace');
    await app.page.getByText('Words under a bar cannot be changed').waitFor();
    await screenshot('editor-bar-touched');
    await app.page.getByRole('button', { name: 'Correct the hidden words' }).click();
    const field = app.page.getByRole('textbox', { name: 'Hidden words' });
    expect(await field.inputValue()).toBe('Taraz.');
    await screenshot('editor-hidden-words');
    // Escape is for the field here, not for the recording.
    await field.press('Escape');
    await field.waitFor({ state: 'detached' });
    await app.page.getByRole('button', { name: 'Correct the hidden words' }).click();
    await field.fill('Old Taraz.');
    await field.press('Enter');
    const now = await stored(app);
    expect(now.words.slice(at, at + 2).map(({ text }) => text)).toEqual(['Old', 'Taraz.']);
    const corrected = now.mentions.find(({ wordIds }) => wordIds.includes(now.words[at]?.id ?? ''));
    expect(corrected).toMatchObject({ wordIds: [now.words[at]?.id, now.words[at + 1]?.id], rough: true });
    expect(await reading()).not.toContain('Old');
    await undo();
    await expect.poll(async () => (await stored(app)).words).toEqual(words);
  });

  it('takes a description, and shows the marker as it will read', async () => {
    await app.page.getByLabel('Description for readers').fill('a town');
    await app.page.keyboard.press('Enter');
    await expect.poll(reading).toContain('(DELETED-a town)');
    expect((await stored(app)).entities[0]?.description).toBe('a town');
  });

  it('has the edges of marks found in the recording, and never covers less', async () => {
    const { mentions } = await stored(app);
    await expect
      .poll(async () => (await stored(app)).mentions.some(({ rough }) => rough), { timeout: 60_000 })
      .toBe(false);
    const after = await stored(app);
    for (const [i, mention] of mentions.entries()) {
      const span = after.mentions[i]?.span;
      expect(span?.from).toBeLessThanOrEqual(mention.span?.from ?? NaN);
      expect(span?.to).toBeGreaterThanOrEqual(mention.span?.to ?? NaN);
    }
  });

  it('finds in a slim bar, goes from place to place, and goes back to the text on Escape', async () => {
    await app.page.keyboard.press('Control+f');
    const bar = app.page.getByRole('search');
    const field = app.page.getByLabel('Find', { exact: true });
    await field.fill('call');
    await bar.getByText(/^\d of \d$/u).waitFor();
    const places = async () =>
      /(\d) of (\d)/u
        .exec(await bar.innerText())
        ?.slice(1)
        .map(Number) ?? [];
    const [first = 0, all = 0] = await places();
    await field.press('Enter');
    await expect.poll(places).toEqual([(first % all) + 1, all]);
    await field.press('Shift+Enter');
    await expect.poll(places).toEqual([first, all]);
    await transcript().locator('.found.current').waitFor();
    expect((await bar.boundingBox())?.height).toBeLessThan(60);
    await screenshot('find');
    expect(await findBarriers(app.page)).toEqual([]);
    await field.press('Escape');
    await expect.poll(() => transcript().evaluate((text) => document.activeElement === text)).toBe(true);
    expect(await transcript().locator('.found').count()).toBe(0);
  });

  it('replaces what is found, leaves what is withheld alone, and asks before it deletes', async () => {
    const { words } = await stored(app);
    await app.page.keyboard.press('Control+f');
    const bar = app.page.getByRole('search');
    await app.page.getByLabel('Find', { exact: true }).fill('interview');
    await bar.getByRole('button', { name: 'Replace…' }).click();
    await app.page.getByLabel('Replace with').fill('conversation');
    await screenshot('find-replace');
    await bar.getByRole('button', { name: 'Replace all' }).click();
    await expect.poll(reading).toContain('this conversation');
    await undo();
    await expect.poll(reading).toContain('this interview');
    await app.page.getByLabel('Find', { exact: true }).fill('Taraz');
    await app.page.getByLabel('Replace with').fill('');
    await bar.getByText(/withheld, and left alone/u).waitFor();
    // Nothing is left to replace, so nothing is asked.
    for (const name of ['Replace', 'Replace all'])
      expect(await bar.getByRole('button', { name, exact: true }).isDisabled()).toBe(true);
    await app.page.getByLabel('Replace with').press('Enter');
    expect(await app.page.getByRole('alertdialog').count()).toBe(0);
    expect((await stored(app)).words).toEqual(words);
    expect(await app.page.locator('.editor-text').innerText()).not.toContain('Taraz');
    await app.page.getByLabel('Find', { exact: true }).fill('interview');
    await bar.getByRole('button', { name: 'Replace all' }).click();
    await app.page.getByRole('alertdialog').getByRole('button', { name: 'Keep the words' }).click();
    expect((await stored(app)).words).toEqual(words);
    await app.page.getByLabel('Find', { exact: true }).press('Escape');
  });

  it('replaces one place after another, and not again what was put in', async () => {
    const { words } = await stored(app);
    const bar = app.page.getByRole('search');
    await transcript().press('Control+Home');
    await app.page.keyboard.press('Control+f');
    await app.page.getByLabel('Find', { exact: true }).fill('call');
    await bar.getByRole('button', { name: 'Replace…' }).click();
    const field = app.page.getByLabel('Replace with');
    await field.fill('call call');
    await bar.getByText(/^1 of \d$/u).waitFor();
    await field.press('Enter');
    await bar.getByText(/^3 of \d$/u).waitFor();
    await field.press('Enter');
    await bar.getByText(/^5 of \d$/u).waitFor();
    expect(await reading()).not.toContain('call call call');
    await app.page.getByLabel('Find', { exact: true }).press('Escape');
    await undo();
    await undo();
    await expect.poll(async () => (await stored(app)).words).toEqual(words);
  });

  it('copies markers in place of withheld words', async () => {
    await transcript().press('Control+a');
    await app.page.keyboard.press('Control+c');
    await app.page.keyboard.press('Control+f');
    const field = app.page.getByLabel('Find', { exact: true });
    await field.press('Control+v');
    expect(await field.inputValue()).toMatch(
      /^We are recording this interview in \(DELETED-a town\)\. Today/u,
    );
    expect(await field.inputValue()).not.toContain('Taraz');
    await field.press('Escape');
  });

  it('takes in what is pasted as plain words', async () => {
    await selectWord('recording');
    await transcript().evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'film\u0000\u200bing\u2028it\u202e');
      text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect
      .poll(async () => (await stored(app)).words.slice(0, 5).map(({ text }) => text))
      .toEqual(['We', 'are', 'filming', 'it', 'this']);
    await undo();
    await expect.poll(reading).toContain('We are recording this');
  });

  it('leaves a field its own undo, and keeps what is in it when a key leads elsewhere', async () => {
    await transcript().locator('.withheld').first().click();
    const field = app.page.getByLabel('Description for readers');
    await field.fill('a place');
    await field.press('Control+z');
    expect(await reading()).toContain('(DELETED-a town)');
    await field.fill('a city');
    await field.press('Control+l');
    await app.page.getByText('Locked', { exact: true }).waitFor();
    await unlock(app);
    await expect.poll(reading).toContain('(DELETED-a city)');
  });

  it('has the keyboard somewhere when a key leads to another tab', async () => {
    await transcript().press('Control+e');
    const tab = app.page.getByRole('tab', { name: 'Export' });
    await expect.poll(() => tab.evaluate((one) => document.activeElement === one)).toBe(true);
    await tab.press('Home');
    await transcript().waitFor();
  });

  it('keeps what was typed when the window is closed, and shows it again', async () => {
    await selectWord('recording');
    await app.page.keyboard.type('taping');
    await app.pressClose();
    await app.exited;
    app = await openInterview(project);
    await expect.poll(reading).toContain('We are taping this');
  });
});
