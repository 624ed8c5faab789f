import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview, PASSPHRASE } from './openInterview';
import { call, stored } from './stored';
import { windowOf } from './windowOf';

const ROOT = join(__dirname, '..', '..', '..');

let folder: string;
let app: DesktopApp;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-strip-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const { button, tab, press, transcript, screenshot } = windowOf(() => app.page);
const whole = () => app.page.getByRole('slider', { name: 'Whole recording' });
const second = async () => Number(await whole().getAttribute('aria-valuenow'));
const picture = () => app.page.locator('video');
const waveform = () => app.page.locator('.waveform-sound');

/** Returns where a part of the window lies, and holds that all of it is within the window. */
async function inSight(name: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await app.page.locator(name).boundingBox();
  const view = app.page.viewportSize();
  if (!box || !view) throw new Error(`${name} is not there`);
  expect(box.x, name).toBeGreaterThanOrEqual(0);
  expect(box.y, name).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width, name).toBeLessThanOrEqual(view.width + 1);
  expect(box.y + box.height, name).toBeLessThanOrEqual(view.height + 1);
  return box;
}

/** Returns the times on the ruler over the waveform. */
const ruler = () => app.page.locator('.waveform .ruler').innerText();

describe('the whole recording', () => {
  let duration: number;
  beforeAll(async () => {
    app = await openInterview(makeProject(folder));
    await button('Play').waitFor();
    duration = (await stored(app)).media?.duration ?? 0;
  });
  afterAll(() => app.close());

  it('shows who speaks, what is withheld and what is covered, and says it', async () => {
    expect(await app.page.locator('.strip-voice').count()).toBe(2);
    await call(app, 'mark.add', { marks: [{ from: 20, to: 24 }], align: false });
    await call(app, 'cover.put', {
      cover: { to: 40, keys: [{ at: 30, x: 0.1, y: 0.1, width: 0.2, height: 0.2 }] },
    });
    await app.page.getByText('withheld 0:04', { exact: true }).waitFor();
    const box = await app.page.locator('.strip-withheld').boundingBox();
    const lanes = await app.page.locator('.strip-lanes').boundingBox();
    if (!box || !lanes) throw new Error('there is no strip');
    expect((box.x - lanes.x) / lanes.width).toBeCloseTo(20 / duration, 1);
    const told = await whole().getAttribute('aria-describedby');
    expect(await app.page.locator(`#${told}`).innerText()).toContain('withheld 0:04');
  });

  it('goes where it is pressed, and by keys', async () => {
    const lanes = await app.page.locator('.strip-lanes').boundingBox();
    if (!lanes) throw new Error('there is no strip');
    await app.page.mouse.click(lanes.x + lanes.width / 2, lanes.y + lanes.height / 2);
    await expect.poll(second).toBeGreaterThan(duration / 2 - 2);
    expect(await second()).toBeLessThan(duration / 2 + 2);
    await whole().focus();
    await press('Home');
    await press('Shift+ArrowRight');
    await press('ArrowRight');
    await press('ArrowLeft');
    await expect.poll(second).toBe(60);
  });

  it('goes along while it is dragged over, and the transcript shows where that ends', async () => {
    const lanes = await app.page.locator('.strip-lanes').boundingBox();
    if (!lanes) throw new Error('there is no strip');
    const y = lanes.y + lanes.height / 2;
    await app.page.mouse.move(lanes.x + 1, y);
    await app.page.mouse.down();
    await expect.poll(() => transcript().getByText('We are recording').isVisible()).toBe(true);
    for (let i = 1; i <= 20; i++) await app.page.mouse.move(lanes.x + (lanes.width * 0.99 * i) / 20, y);
    await expect.poll(second).toBeGreaterThan(duration * 0.95);
    // The button is still held: the drag rests.
    const line = app.page.locator('.cm-line', { has: app.page.locator('.spoken') });
    await expect.poll(() => line.innerText()).toContain('Thank you for your time');
    await expect.poll(() => line.isVisible()).toBe(true);
    await app.page.mouse.up();
  });

  it('goes to a time that is written, and the transcript with it', async () => {
    await whole().focus();
    await press('g');
    const field = app.page.getByRole('textbox', { name: 'Time' });
    await field.fill('soon');
    await press('Enter');
    await app.page.getByText('Write minutes and seconds', { exact: false }).waitFor();
    await field.fill('1:00:00');
    await press('Enter');
    await app.page.getByText('The recording ends at 1:58.').waitFor();
    await field.fill('1:56');
    await press('Enter');
    await field.waitFor({ state: 'detached' });
    await expect.poll(second).toBe(116);
    await expect.poll(() => transcript().getByText('Thank you for your time').isVisible()).toBe(true);
    expect(await whole().evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it('leaves a letter that is typed into the transcript alone; with Ctrl it asks there too', async () => {
    await transcript().click();
    await press('Control+Home');
    await press('g');
    await expect.poll(() => transcript().innerText()).toMatch(/^gWe/u);
    await press('Control+z');
    await expect.poll(() => transcript().innerText()).toMatch(/^We/u);
    await press('Control+g');
    await app.page.getByRole('textbox', { name: 'Time' }).fill('5');
    await press('Enter');
    await expect.poll(second).toBe(5);
  });

  it('is seen from all of it to a word', async () => {
    await button('Whole recording in view').click();
    await expect.poll(() => button('Zoom out').isDisabled()).toBe(true);
    await expect.poll(() => app.page.locator('.strip-frame').count()).toBe(0);
    expect(await ruler()).toContain('1:40');
    await app.page.getByRole('button', { name: /^Word/u }).click();
    await app.page.locator('.strip-frame').waitFor();
    await expect.poll(ruler).toContain('0:05.5');
    for (let i = 0; i < 3 && !(await button('Zoom in').isDisabled()); i++) await button('Zoom in').click();
    expect(await button('Zoom in').isDisabled()).toBe(true);
    await screenshot('strip-word');
    await button('Whole recording in view').click();
    await screenshot('strip-whole');
  });

  it.each([
    [1280, 773],
    [1920, 1080],
    [2560, 1440],
  ])('has picture and sound in sight on %d × %d, and the width is used', async (width, height) => {
    await app.page.setViewportSize({ width, height });
    await transcript().getByText('Friday').first().dblclick();
    const panels = app.page.locator('.editor-panels');
    await panels.evaluate((it) => it.scrollTo(0, it.scrollHeight));
    const shown = await inSight('video');
    await inSight('.waveform-sound');
    await inSight('.strip-lanes');
    // The picture is as large as the window allows, and never more than half of its height.
    expect(shown.width).toBeGreaterThan(width * 0.28);
    const line = await app.page.locator('.cm-line').first().boundingBox();
    expect(line?.width).toBeLessThan(48 * 16);
    const text = await app.page.locator('.cm-scroller').boundingBox();
    const lines = (text?.height ?? 0) / 30.5;
    expect(lines).toBeGreaterThan(12);
    await screenshot(`strip-${width}`);
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('has its picture large on a key, beside the sound, and small again', async () => {
    await app.page.setViewportSize({ width: 1280, height: 773 });
    const before = await inSight('video');
    await press('F5');
    await expect.poll(async () => (await picture().boundingBox())?.width).toBeGreaterThan(before.width * 1.8);
    await inSight('video');
    await inSight('.waveform-sound');
    expect(await button('Large picture').getAttribute('aria-pressed')).toBe('true');
    await screenshot('strip-large');
    await press('F5');
    await expect.poll(async () => (await picture().boundingBox())?.width).toBeCloseTo(before.width, 0);
  });

  it('is gone through as published too', async () => {
    await tab('As published');
    await app.page.getByText('withheld 0:04', { exact: true }).waitFor();
    await press('g');
    await app.page.getByRole('textbox', { name: 'Time' }).fill('1:56');
    await press('Enter');
    await expect.poll(second).toBe(116);
    await expect.poll(() => app.page.getByText('Thank you for your time').isVisible()).toBe(true);
    await screenshot('strip-published');
    expect(await findBarriers(app.page)).toEqual([]);
    await tab('Transcript');
  });

  it('is still there in a window that is seen twice as large', async () => {
    await app.page.setViewportSize({ width: 640, height: 386 });
    await inSight('.waveform-sound');
    await inSight('.strip-lanes');
    await screenshot('strip-640');
    expect(await waveform().isVisible()).toBe(true);
  });
});

describe('a recording that is higher than wide, of which only the beginning is transcribed', () => {
  beforeAll(async () => {
    const [media, words, project] = ['tall.mp4', 'words.json', 'Tall.withheld'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    execFileSync('ffmpeg', [
      ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc=s=180x320:r=5:d=20'],
      ...['-f', 'lavfi', '-i', 'sine=f=440:r=16000:d=20'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', media],
    ]);
    writeFileSync(words, JSON.stringify({ words: [{ text: 'Tones.', start: 0.1, end: 1 }] }));
    execFileSync(
      process.execPath,
      [join(ROOT, 'dist', 'cli.js'), 'new', project, '--media', media, '--transcript', words],
      { env: { ...process.env, WITHHELD_PASSPHRASE: PASSPHRASE }, stdio: 'pipe' },
    );
    app = await openInterview(project);
    await button('Play').waitFor();
  });
  afterAll(() => app.close());

  it.each([
    [1280, 773, 320],
    [1920, 1080, 600],
  ])('has a picture of a useful size on %d × %d', async (width, height, least) => {
    await app.page.setViewportSize({ width, height });
    await expect.poll(async () => (await picture().boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(least);
    const shown = await inSight('video');
    expect(shown.height / shown.width).toBeCloseTo(320 / 180, 1);
    await inSight('.waveform-sound');
    await screenshot(`strip-tall-${width}`);
    expect(await findBarriers(app.page)).toEqual([]);
  });
});
