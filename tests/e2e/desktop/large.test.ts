import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRoot } from '../../../main/system/appRoot';
import { LOCALES, type Locale } from '../../../shared/messages/messages';
import { findBarriers } from './findBarriers';
import { launchApp, type DesktopApp } from './host';
import { makeProject, PASSPHRASE } from './openInterview';
import { overlaps } from './overlaps';
import { windowOf } from './windowOf';

/** A small notebook's window, and what is left of it at 200 %. */
const WHOLE = { width: 1280, height: 773 };
const LARGE = { width: 640, height: 386 };
/** More stops for the keyboard than any screen has. */
const STOPS = 150;

const RUSSIAN = JSON.parse(
  readFileSync(join(appRoot(), 'resources', 'messages', 'ru.json'), 'utf8'),
) as Record<string, string>;
let locale: Locale = 'en';
/** Returns what stands in the window for an English text. */
const said = (text: string): string => (locale === 'en' ? text : (RUSSIAN[text] ?? text));

let folder: string;
let project: string;
let app: DesktopApp;
const launch = async () => {
  const userData = join(folder, locale);
  mkdirSync(userData);
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ language: locale }));
  app = await launchApp({ userData, env: { WITHHELD_MODELS: folder, WITHHELD_LANGUAGE: locale } });
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-large-'));
  project = makeProject(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const { button, heading, press, screenshot } = windowOf(() => app.page);
const inSight = async (name: string) => {
  const box = await button(said(name)).boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= WHOLE.height;
};

/** Goes by Tab to the element of a name. */
async function tabTo(name: string): Promise<void> {
  for (let stop = 0; stop < STOPS; stop++) {
    await press('Tab');
    if ((await app.page.evaluate(() => document.activeElement?.textContent)) === name) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

/** Presses Tab through all of a screen, and returns what had the keyboard out of sight. */
async function lostOnTheWay(): Promise<string[]> {
  const lost: string[] = [];
  await app.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let stop = 0; stop < STOPS; stop++) {
    await press('Tab');
    const at = await app.page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body || element.dataset.stopped !== undefined) return null;
      element.dataset.stopped = '';
      // The element around a radio button or a tick box draws it.
      const { left, top, right, bottom } = (element.closest('label') ?? element).getBoundingClientRect();
      const seen =
        Math.min(right, innerWidth) - Math.max(left, 0) > 2 &&
        Math.min(bottom, innerHeight) - Math.max(top, 0) > 2;
      return {
        seen,
        name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`,
      };
    });
    if (at === null) break;
    if (!at.seen) lost.push(at.name);
  }
  await app.page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-stopped]'))
      delete element.dataset.stopped;
  });
  return lost;
}

/** Counts what moves by itself. */
const moving = () => app.page.evaluate(() => document.getAnimations().length);

/** Counts the lines of the transcript that are seen whole. */
const linesInSight = () =>
  app.page.evaluate(() => {
    const area = document.querySelector('.cm-scroller')?.getBoundingClientRect();
    const content = document.querySelector('.cm-content');
    if (!area || !content) return 0;
    const middles: number[] = [];
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { top, bottom } of range.getClientRects()) {
        const middle = (top + bottom) / 2;
        if (top < area.top - 1 || bottom > area.bottom + 1) continue;
        if (!middles.some((one) => Math.abs(one - middle) < 8)) middles.push(middle);
      }
    }
    return middles.length;
  });

/** Counts the rows of the list in Review that are seen whole. */
const rowsInSight = () =>
  app.page.evaluate(() => {
    const list = document.querySelector('.pick-list')?.getBoundingClientRect();
    if (!list) return 0;
    const lowest = Math.min(list.bottom, innerHeight) + 1;
    return [...document.querySelectorAll('.pick')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= list.top - 1 && bottom <= lowest;
    }).length;
  });

describe.each(LOCALES)('in %s, at 1280×773 and seen twice as large, the window', (language) => {
  beforeAll(async () => {
    locale = language;
    await launch();
  });
  afterAll(() => app.close());

  /** Checks what has to hold for every screen. */
  async function isWellSeen(name: string): Promise<void> {
    for (const size of [WHOLE, LARGE]) {
      await app.page.setViewportSize(size);
      await expect.poll(() => overlaps(app.page), { message: `${name} ${size.width}` }).toEqual([]);
      await screenshot(`large-${name}-${size.width}-${locale}`);
      expect(await findBarriers(app.page), name).toEqual([]);
    }
    expect(await moving()).toBe(0);
    expect(await lostOnTheWay(), name).toEqual([]);
  }

  it('shows at the start, and for a new interview, what happens, with all that is pressed in sight', async () => {
    await app.page.setViewportSize(WHOLE);
    await heading(said('Drop a recording here')).waitFor();
    await app.page.getByRole('region', { name: said('Recommended model') }).waitFor();
    const steps = app.page.getByRole('list', { name: said('From a recording to an export') });
    expect(await steps.getByRole('listitem').count()).toBe(4);
    for (const name of ['Choose a recording…', 'Open…', 'Try the demo interview'])
      expect(await inSight(name), name).toBe(true);
    await isWellSeen('start');
    await app.page.setViewportSize(WHOLE);
    const recording = join(folder, 'Market.wav');
    writeFileSync(recording, 'Only its name is looked at.');
    await app.drop([recording]);
    await app.page.getByRole('region', { name: said('What happens to your files') }).waitFor();
    expect(await inSight('Save as…')).toBe(true);
    await isWellSeen('new');
    await button(said('Back')).click();
  });

  it('is opened and gone through by keys alone', async () => {
    await app.page.setViewportSize(LARGE);
    await app.answerDialog('open', project);
    await tabTo(said('Open…'));
    await press('Enter');
    await app.page.getByLabel(said('Passphrase')).waitFor();
    await app.page.keyboard.type(PASSPHRASE);
    await press('Enter');
    await button(said('Play')).waitFor();
    await isWellSeen('transcript');
    expect(await linesInSight()).toBeGreaterThanOrEqual(12);
    await tabTo(said('Transcript'));
    for (const [name, there] of [
      ['identities', 'Nothing is withheld yet'],
      ['review', 'Suggestions'],
      ['published', 'Transcript as published'],
      ['export', 'What you get'],
    ] as const) {
      await app.page.setViewportSize(LARGE);
      await app.page.locator('[role="tab"][aria-selected="true"]').focus();
      await press('ArrowRight');
      const text = said(there);
      await app.page
        .getByRole('grid', { name: text })
        .or(app.page.getByRole('region', { name: text }))
        .or(app.page.getByRole('heading', { name: text }))
        .first()
        .waitFor();
      await isWellSeen(name);
      if (name === 'review') expect(await rowsInSight()).toBeGreaterThanOrEqual(6);
    }
  });

  it('shows what an export will hold, as it is chosen', async () => {
    const region = app.page.getByRole('region', { name: said('What you get') });
    const items = () => region.getByRole('listitem').count();
    // These are text, sound, picture and report.
    expect(await items()).toBe(4);
    await app.page.getByText(said('Only the sound'), { exact: true }).click();
    await expect.poll(items).toBe(3);
    await app.page.getByText(said('Only the transcript'), { exact: true }).click();
    await expect.poll(items).toBe(2);
    expect(await region.innerText()).toContain('(DELETED)');
  });
});
