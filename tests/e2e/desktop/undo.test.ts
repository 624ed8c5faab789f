import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectDocument } from '../../../shared/document/document';
import type { DesktopApp } from './host';
import { makeProject, openInterview } from './openInterview';
import { keepBusy, stored } from './stored';
import { windowOf } from './windowOf';

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-undo-'));
  app = await openInterview(makeProject(folder));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { transcript: text, press } = windowOf(() => app.page);
const plain = (written: string) => written.replace(/\s+/gu, ' ').trim();

const textOf = ({ words }: ProjectDocument) => words.map((word) => word.text).join(' ');
const markedIn = ({ words, mentions }: ProjectDocument) =>
  mentions.map(({ wordIds }) => words.filter(({ id }) => wordIds.includes(id)).map((word) => word.text));

/** Types at the start of the transcript, and waits until that is kept. */
async function typeFirst(typed: string): Promise<void> {
  await text().click();
  await press('Control+Home');
  await app.page.keyboard.type(typed);
  await expect.poll(async () => textOf(await stored(app))).toContain(typed.trim());
}

describe('an undo', () => {
  it('leaves selected what is selected, so that it is what is marked', async () => {
    await typeFirst('Hello ');
    const name = await text().locator('.suggested', { hasText: 'Viktor Rakhimov' }).boundingBox();
    if (!name) throw new Error('the name is not on the screen');
    const y = name.y + name.height / 2;
    await app.page.mouse.move(name.x + 1, y);
    await app.page.mouse.down();
    await app.page.mouse.move(name.x + name.width - 2, y, { steps: 4 });
    await app.page.mouse.up();
    await press('Control+z');
    await expect.poll(async () => textOf(await stored(app))).not.toContain('Hello');
    await press('Control+1');
    await expect.poll(async () => markedIn(await stored(app))).toEqual([['Viktor', 'Rakhimov']]);
    expect(await text().innerText()).not.toMatch(/Viktor|Rakhimov/u);
  });

  it.each([0, 300, 1000])('takes no letter of what is typed meanwhile: %i ms', async (busy) => {
    const before = textOf(await stored(app));
    await typeFirst('Hello ');
    await text().getByText('Can you tell me your name?').click();
    await press('End');
    const waited = keepBusy(app, busy);
    await press('Control+z');
    await app.page.keyboard.type('x');
    await waited;
    const wanted = before.replace('your name?', 'your name?x');
    await expect.poll(async () => textOf(await stored(app))).toBe(wanted);
    await press('Control+z');
    await expect.poll(async () => textOf(await stored(app))).toBe(before);
    expect(plain(await text().innerText())).not.toContain('Hello');
  });

  // These would be words that nobody said there, without any mark on them.
  it.each(['Shift+Alt+ArrowDown', 'Shift+Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowUp'])(
    'has nothing to take back of %s: no line is copied or moved from under its bars',
    async (key) => {
      const before = textOf(await stored(app));
      await press('Control+Home');
      await press(key);
      await app.page.keyboard.up('Alt');
      // Changes are kept in their order, so once this one is kept, so is what the key did.
      await typeFirst('Then ');
      expect(textOf(await stored(app))).toBe(`Then ${before}`);
      expect(await text().innerText()).not.toMatch(/Viktor|Rakhimov/u);
      await press('Control+z');
      await expect.poll(async () => textOf(await stored(app))).toBe(before);
    },
  );
});
