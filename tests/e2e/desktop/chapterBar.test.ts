import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clock } from '../../../shared/text/clock';
import { linesOf } from '../../../shared/text/lines';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview } from './openInterview';
import { overlaps } from './overlaps';
import { call, stored } from './stored';
import { windowOf } from './windowOf';

/** The heading of each chapter, and the share of the lines that stand above it. */
const CHAPTERS = [
  ['The first evening', 0],
  ['What they said about the letter, and who may have read it since', 0.4],
  ['The end', 0.9],
] as const;

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-chapter-bar-'));
  app = await openInterview(makeProject(folder, { recording: false }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { press, screenshot, transcript } = windowOf(() => app.page);
const bar = (name = 'Chapters') => app.page.getByRole('navigation', { name });
const current = () => app.page.evaluate(() => document.activeElement?.textContent);

describe('the chapters of an interview that is text alone', () => {
  it('have no list as long as there are none', async () => {
    await transcript().waitFor();
    expect(await bar().count()).toBe(0);
  });

  it('are listed below the text, in their order, with their times', async () => {
    const { words } = await stored(app);
    const lines = linesOf(words);
    const times = CHAPTERS.map(
      ([, share]) => words[lines[Math.floor(share * lines.length)]?.first ?? NaN]?.start ?? NaN,
    );
    for (const i of [2, 0, 1]) await call(app, 'chapter.add', { at: times[i], text: CHAPTERS[i]?.[0] });
    const told = CHAPTERS.map(([heading], i) => `${clock(times[i] ?? NaN)} ${heading}`);
    await expect.poll(() => bar().getByRole('button').allInnerTexts()).toEqual(told);
  });

  it('are gone to by keyboard, which is in their line then', async () => {
    await bar().getByRole('button').first().focus();
    await press('Tab');
    await press('Tab');
    expect(await current()).toMatch(/ The end$/u);
    await press('Enter');
    await expect.poll(() => transcript().evaluate((text) => text === document.activeElement)).toBe(true);
    const last = app.page.locator('.chapter input').last();
    await expect.poll(() => last.inputValue()).toBe('The end');
    const box = await app.page.locator('.cm-scroller').boundingBox();
    const place = await last.boundingBox();
    expect(place?.y).toBeGreaterThan(box?.y ?? NaN);
    expect(place?.y).toBeLessThan((box?.y ?? NaN) + (box?.height ?? NaN));
    // What is typed now stands below the heading.
    const { words, chapters } = await stored(app);
    const first = words.findIndex(({ id }) => id === chapters.find(({ text }) => text === 'The end')?.wordId);
    await app.page.keyboard.type('Well, ');
    await expect.poll(async () => (await stored(app)).words[first]?.text).toBe('Well,');
    await press('Control+Z');
    await expect.poll(async () => (await stored(app)).words).toEqual(words);
  });

  it('are seen in a window of the usual size, and of half that, in both languages', async () => {
    for (const name of ['Chapters', 'Главы']) {
      for (const [width, height] of [
        [1280, 773],
        [640, 386],
      ] as const) {
        await app.page.setViewportSize({ width, height });
        await bar(name).waitFor();
        await expect.poll(() => overlaps(app.page)).toEqual([]);
        await screenshot(`chapter-bar-${width}-${name === 'Chapters' ? 'en' : 'ru'}`);
        expect(await findBarriers(app.page)).toEqual([]);
      }
      await app.page.setViewportSize({ width: 1280, height: 773 });
      if (name !== 'Chapters') continue;
      await press('Control+,');
      await app.page.getByText('Русский').click();
      await press('Escape');
    }
  });
});
