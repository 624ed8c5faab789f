import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DesktopApp } from './host';
import { newProject } from './newProject';
import { openInterview } from './openInterview';
import { stored } from './stored';
import { windowOf } from './windowOf';

/** A line in a script without spaces, and one from right to left. */
const LINES = ['昨天张伟在北京，他说没事。', 'قالت مريم إنها رأت NATO هناك.'];

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-scripts-'));
  const [transcript, project] = [join(folder, 'transcript.txt'), join(folder, 'Two scripts.withheld')];
  writeFileSync(transcript, LINES.join('\n\n'));
  newProject(project, { transcript });
  app = await openInterview(project);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { transcript: text } = windowOf(() => app.page);
const line = (index: number) => text().locator('.cm-line').nth(index);
const press = async (key: string, times = 1) => {
  for (let i = 0; i < times; i++) await app.page.keyboard.press(key);
};
const read = async () =>
  (await stored(app)).words
    .map((word, i) => (i === 0 || word.paragraph ? '\n' : word.glued ? '' : ' ') + word.text)
    .join('')
    .trim()
    .split('\n');

describe('the transcript', () => {
  it('withholds a part of a text without spaces, and puts none in', async () => {
    await line(0).click();
    await press('Home');
    await press('ArrowRight', 2);
    await press('Shift+ArrowRight', 2);
    await press('Control+1');
    await expect.poll(() => line(0).textContent()).toBe('昨天(DELETED)在北京，他说没事。');
    const { words, mentions } = await stored(app);
    const said = words.filter(({ id }) => mentions.some(({ wordIds }) => wordIds.includes(id)));
    expect(said.map((word) => word.text).join('')).toBe('张伟');
  });

  it('takes what is typed there without spaces', async () => {
    await press('End');
    await app.page.keyboard.type('我们走了。');
    await expect.poll(read).toEqual([`${LINES[0] ?? ''}我们走了。`, LINES[1]]);
    await expect.poll(() => line(0).textContent()).toBe('昨天(DELETED)在北京，他说没事。我们走了。');
  });

  it('begins a line from right to left at the right', async () => {
    expect(await line(1).getAttribute('dir')).toBe('rtl');
    expect(await line(0).getAttribute('dir')).toBeNull();
    await line(1).click();
    await press('Home');
    const caret = app.page.locator('.cm-cursor-primary');
    const [box, row] = [await caret.boundingBox(), await line(1).boundingBox()];
    expect(box && row && box.x > row.x + row.width / 2).toBe(true);
    await press('Control+ArrowLeft');
    await press('ArrowLeft');
    await press('Control+Shift+ArrowLeft');
    await press('Control+1');
    await expect.poll(() => line(1).textContent()).toBe('قالت (DELETED) إنها رأت NATO هناك.');
  });

  it('is shown from the right beside what is decided, each line of it', async () => {
    await app.page.getByRole('tab', { name: 'Identities' }).click();
    await app.page.getByRole('row', { name: /مريم/u }).click();
    const excerpt = app.page.locator('.mentions .excerpt');
    await excerpt.getByText('NATO').waitFor();
    const right = await excerpt.evaluate((element) => {
      const range = document.createRange();
      const first = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      if (!first) throw new Error('there is no text');
      range.setStart(first, 0);
      range.setEnd(first, 1);
      const row = element.closest('li')?.getBoundingClientRect();
      return { letter: range.getBoundingClientRect().right, row: row?.right ?? 0 };
    });
    expect(Math.abs(right.letter - right.row)).toBeLessThan(2);
  });

  it('is published as it is written', async () => {
    await app.page.getByRole('tab', { name: 'As published' }).click();
    const paragraphs = app.page.getByRole('region', { name: 'Transcript as published' }).locator('p');
    await expect
      .poll(() => paragraphs.allTextContents())
      .toEqual(['昨天(DELETED)在北京，他说没事。我们走了。', 'قالت (DELETED) إنها رأت NATO هناك.']);
    expect(await paragraphs.nth(1).getAttribute('dir')).toBe('rtl');
  });
});
