import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DesktopApp } from './host';
import { makeProject, openInterview, PASSPHRASE, unlock } from './openInterview';
import { stored } from './stored';
import { windowOf } from './windowOf';

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-unlock-'));
  app = await openInterview(makeProject(folder));
  await button('Play').waitFor();
  await app.page.setViewportSize({ width: 1280, height: 773 });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { button, transcript: text, passphrase, press, screenshot } = windowOf(() => app.page);
const whole = () => app.page.getByRole('slider', { name: 'Whole recording' });
const top = () => app.page.locator('.cm-scroller').evaluate(({ scrollTop }) => Math.round(scrollTop));
const bar = () => app.page.getByRole('toolbar', { name: 'Mark the selection' });
const selected = () =>
  app.page.evaluate(() => {
    const background = document.querySelector('.cm-selectionBackground')?.getBoundingClientRect();
    return background ? [Math.round(background.left), Math.round(background.width)] : null;
  });

async function lockAndUnlock(): Promise<void> {
  await press('Control+l');
  await passphrase().waitFor();
  await unlock(app);
  await button('Play').waitFor();
}

/** Selects a word with the mouse, which also plays it, and waits until that is over. */
async function choose(word: string): Promise<void> {
  await text().getByText(word).first().dblclick();
  await bar().waitFor();
  await button('Play').waitFor();
}

describe('the bar of the selection', () => {
  it('follows what is selected, is gone with it, and comes back', async () => {
    await choose('Leila');
    const [area, first] = [await app.page.locator('.transcript').boundingBox(), await bar().boundingBox()];
    if (!area || !first) throw new Error('there is no bar');
    expect(first.x).toBeGreaterThanOrEqual(area.x);
    expect(first.y + first.height).toBeLessThanOrEqual(area.y + area.height);
    const scroller = app.page.locator('.cm-scroller');
    const begin = await top();
    const scrollTo = (pixels: number) => scroller.evaluate((it, to) => it.scrollTo(0, to), pixels);
    await scrollTo(begin + 60);
    await expect.poll(async () => (await bar().boundingBox())?.y).toBeCloseTo(first.y - 60, 0);
    await scrollTo(0);
    await expect.poll(() => bar().isVisible()).toBe(false);
    await scrollTo(begin);
    await expect.poll(() => bar().isVisible()).toBe(true);
    await screenshot('selection-bar');
  });
});

describe('after a lock', () => {
  it('the selection, what is in view and the time are where they were', async () => {
    await whole().focus();
    await press('Home');
    await press('Shift+ArrowRight');
    await expect.poll(() => whole().getAttribute('aria-valuenow')).toBe('60');
    await choose('Leila');
    const time = await whole().getAttribute('aria-valuenow');
    const before = [await top(), await selected()];
    await lockAndUnlock();
    await bar().waitFor();
    await expect.poll(() => whole().getAttribute('aria-valuenow')).toBe(time);
    // The text is back at the same line.
    const after = await top();
    expect(Math.abs(after - Number(before[0]))).toBeLessThan(60);
    expect(await selected()).toEqual(before[1]);
  });

  it('a key withholds what is selected, and what was done before is taken back', async () => {
    await press('Control+1');
    await expect.poll(async () => (await stored(app, 'p2')).mentions.length).toBe(1);
    await lockAndUnlock();
    await button(/^Undo: /u).waitFor();
    await press('Control+z');
    await expect.poll(async () => (await stored(app, 'p3')).mentions.length).toBe(0);
    await press('Control+Shift+z');
    await expect.poll(async () => (await stored(app, 'p3')).mentions.length).toBe(1);
  });

  it('it is kept where the app is locked once more before the interview is there', async () => {
    await press('Control+l');
    await passphrase().fill(PASSPHRASE);
    await press('Enter');
    const opening = app.page.getByRole('button', { name: 'Opening…' });
    await opening.waitFor();
    await press('Control+l');
    await opening.waitFor({ state: 'detached' });
    expect(await text().count()).toBe(0);
    await unlock(app);
    await expect.poll(() => app.page.getByRole('button', { name: /^Undo/u }).isDisabled()).toBe(false);
    await bar().waitFor();
  });

  it('nothing of it is kept where the interview is closed', async () => {
    await button('Close').click();
    await app.answerDialog('open', join(folder, 'Market square.withheld'));
    await button('Open…').click();
    await unlock(app);
    await expect.poll(() => app.page.getByRole('button', { name: /^Undo/u }).isDisabled()).toBe(true);
  });
});

describe('a mark from the waveform', () => {
  it('is chosen, and waits for what readers are told', async () => {
    const box = await app.page.locator('.waveform-sound').boundingBox();
    if (!box) throw new Error('there is no waveform');
    await app.page.mouse.move(box.x + 300, box.y + 30);
    await app.page.mouse.down();
    await app.page.mouse.move(box.x + 340, box.y + 30, { steps: 3 });
    await app.page.mouse.up();
    await press('Control+2');
    const field = app.page.getByRole('textbox', { name: 'Description for readers' });
    await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
    await app.page.keyboard.type('a place where we meet');
    await press('Enter');
    await app.page.getByText('a place where we meet', { exact: false }).first().waitFor();
    await app.page.getByRole('slider', { name: 'Mark begins' }).waitFor();
    await screenshot('mark-from-waveform');
  });
});
