import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverAt, type Rectangle } from '../../../shared/model/cover';
import { findBarriers } from './findBarriers';
import { launchApp, type DesktopApp } from './host';
import { makeProject, PASSPHRASE, unlock } from './openInterview';
import { call, stored } from './stored';
import { windowOf } from './windowOf';

const ROOT = join(__dirname, '..', '..', '..');

let folder: string;
let app: DesktopApp;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-covers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

async function open(project: string): Promise<void> {
  app = await launchApp({ args: [project] });
  await unlock(app);
  await button('Play').waitFor();
}

const { button, tab, press, shows, screenshot } = windowOf(() => app.page);
const picture = () => app.page.locator('.player-picture video');
const box = (number: number) => app.page.getByRole('application', { name: `Cover ${number}` });

const covers = async () => (await stored(app)).covers;

/** Presses the mouse at one place of the picture and lets it go at another; both in fractions of the picture. */
async function drag([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): Promise<void> {
  await picture().scrollIntoViewIfNeeded();
  const video = await picture().boundingBox();
  if (!video) throw new Error('there is no picture');
  const { mouse } = app.page;
  await mouse.move(video.x + x * video.width, video.y + y * video.height);
  await mouse.down();
  await mouse.move(video.x + toX * video.width, video.y + toY * video.height, { steps: 4 });
  await mouse.up();
}

async function goTo(seconds: number): Promise<void> {
  const position = app.page.getByRole('slider', { name: 'Position' });
  await position.press('Home');
  for (let at = 0; at < seconds; at++) await position.press('ArrowRight');
  await expect.poll(() => position.getAttribute('aria-valuenow')).toBe(String(seconds));
}

/** Compares places to within 0.015, since a pixel of the picture is a hundredth of it or less. */
function expectAt(place: Rectangle | null | undefined, expected: Rectangle): void {
  for (const side of ['x', 'y', 'width', 'height'] as const) {
    expect(Math.abs((place?.[side] ?? NaN) - expected[side]), side).toBeLessThan(0.015);
  }
}

describe('covers, on the demo interview', () => {
  beforeAll(async () => open(makeProject(folder)));
  afterAll(() => app.close());

  it('are drawn with the mouse, from the moment that is shown to the end', async () => {
    await goTo(2);
    await button('Cover part of the picture').click();
    await drag([0.3, 0.2], [0.5, 0.6]);
    await box(1).waitFor();
    const { media, covers } = await stored(app);
    expect(covers).toMatchObject([{ to: media?.duration, keys: [{ at: 2 }] }]);
    expectAt(covers[0]?.keys[0], { x: 0.3, y: 0.2, width: 0.2, height: 0.4 });
    // Covers are drawn one at a time, and the next drag moves this one.
    expect(await button('Cover part of the picture').getAttribute('aria-pressed')).toBe('false');
    await shows('0:02 to the end');
  });

  it('have a key wherever they are moved or stretched at another time', async () => {
    await goTo(6);
    await drag([0.4, 0.4], [0.6, 0.5]);
    await expect.poll(async () => (await covers())[0]?.keys.length).toBe(2);
    await drag([0.695, 0.695], [0.795, 0.795]);
    await expect.poll(async () => (await covers())[0]?.keys[1]?.width ?? 0).toBeGreaterThan(0.25);
    const [cover] = await covers();
    expect(cover?.keys.map(({ at }) => Math.round(at))).toEqual([2, 6]);
    expectAt(cover?.keys[1], { x: 0.5, y: 0.3, width: 0.3, height: 0.5 });
    await shows('Position 2 of 2');

    await goTo(4);
    await shows('The cover moves from 0:02 to 0:06.');
    const [shown, video] = await Promise.all([box(1).boundingBox(), picture().boundingBox()]);
    const place = cover && coverAt(cover, 4);
    if (!shown || !video || !place) throw new Error('there is no box');
    const seen = {
      x: (shown.x - video.x) / video.width,
      y: (shown.y - video.y) / video.height,
      width: shown.width / video.width,
      height: shown.height / video.height,
    };
    expectAt(seen, place);
    await picture().scrollIntoViewIfNeeded();
    await screenshot('covers');
  });

  it('are moved, stretched and removed by keys, and several keys are one step to undo', async () => {
    await button('Next position').click();
    await box(1).focus();
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'Shift+ArrowRight']) await press(key);
    // This comes at once, before the keys have settled. It takes back what they did, and not what was before.
    await press('Control+z');
    await expect.poll(async () => (await stored(app)).covers[0]?.keys[1]?.width).toBeLessThan(0.31);
    expectAt((await covers())[0]?.keys[1], { x: 0.5, y: 0.3, width: 0.3, height: 0.5 });
    await press('Control+Shift+z');
    await expect.poll(async () => (await covers())[0]?.keys[1]?.width ?? 0).toBeGreaterThan(0.305);
    const moved = (await covers())[0]?.keys[1];
    expectAt(moved, { x: 0.48, y: 0.29, width: 0.31, height: 0.5 });
    await expect
      .poll(() => app.page.getByRole('status').allInnerTexts())
      .toContainEqual('48 % from the left, 29 % from the top, 31 % wide, 50 % high');

    await press('Delete');
    await expect.poll(async () => (await covers()).length).toBe(0);
    await expect
      .poll(() => app.page.evaluate(() => document.activeElement?.textContent))
      .toBe('Cover part of the picture');
    await press('Control+z');
    await expect.poll(async () => (await covers())[0]?.keys[1]).toEqual(moved);
  });

  it('begin and end where somebody says, and lose a key', async () => {
    await goTo(8);
    await button('Set a position here').click();
    await expect.poll(async () => (await covers())[0]?.keys.length).toBe(3);
    await button('Remove this position').click();
    await expect.poll(async () => (await covers())[0]?.keys.length).toBe(2);
    await button('Ends here').click();
    await expect.poll(async () => (await covers())[0]?.to).toBe(8);
    await goTo(1);
    await shows('The cover is not on the picture at this moment.');
    await button('Starts here').click();
    await expect.poll(async () => (await covers())[0]?.keys.map(({ at }) => at)).toEqual([1, 2, 6]);
    await shows('0:01 to 0:08');
    await button('Undo: set where a cover begins').waitFor();

    // The cover is moved, and then a key leads to a moment without it.
    await box(1).focus();
    await press('ArrowRight');
    await press('F1');
    await expect.poll(async () => (await covers())[0]?.keys[0]?.x).toBeCloseTo(0.31, 2);
    await box(1).waitFor({ state: 'detached' });
    await goTo(1);
  });

  it('are put in the middle by whoever draws with no mouse', async () => {
    await button('Cover part of the picture').focus();
    await press('Space');
    await button('Put a cover in the middle').press('Enter');
    await expect.poll(() => box(2).evaluate((it) => it === document.activeElement)).toBe(true);
    expectAt((await covers())[1]?.keys[0], { x: 0.35, y: 0.3, width: 0.3, height: 0.4 });
  });

  it('let everybody in', async () => {
    expect(await findBarriers(app.page)).toEqual([]);
    await button('Cover part of the picture').click();
    await picture().scrollIntoViewIfNeeded();
    await screenshot('covers-drawing');
    expect(await findBarriers(app.page)).toEqual([]);
    await button('Cover part of the picture').click();
  });

  it('are seen as published, whatever else is covered', async () => {
    await tab('As published');
    await expect.poll(() => app.page.locator('.player-picture .cover').count()).toBe(2);
    const always = app.page.getByRole('checkbox', { name: 'Cover the picture while something is withheld' });
    expect([await always.isChecked(), await always.isDisabled()]).toEqual([true, true]);
    await screenshot('covers-published');
  });

  it('leave no way to export the picture as it is, and it is said why', async () => {
    await tab('Export');
    expect(await app.page.getByRole('radio', { name: 'Video, with the picture as it is' }).isDisabled()).toBe(
      true,
    );
    await shows('Not available with 2 covers on the picture: it would show what is under them.');
    await shows('2 covers hide what is under them for as long as you set.');
    await screenshot('covers-export');
  });
});

describe('a cover over what is white, in a recording that is turned for watching', () => {
  const out = () => join(folder, 'published');

  beforeAll(async () => {
    const [flat, media, transcript, project] = [
      'flat.mp4',
      'turned.mp4',
      'words.json',
      'Turned.withheld',
    ].map((name) => join(folder, name)) as [string, string, string, string];
    execFileSync('ffmpeg', [
      ...['-v', 'error', '-f', 'lavfi', '-i', 'color=black:s=320x180:r=25:d=3'],
      ...['-f', 'lavfi', '-i', 'sine=f=440:r=48000:d=3', '-vf', 'drawbox=x=40:y=20:w=48:h=48:c=white:t=fill'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', flat],
    ]);
    execFileSync('ffmpeg', ['-v', 'error', '-i', flat, '-c', 'copy', '-metadata:s:v', 'rotate=90', media]);
    writeFileSync(transcript, JSON.stringify({ words: [{ text: 'Tones.', start: 0.1, end: 1 }] }));
    execFileSync(
      process.execPath,
      [join(ROOT, 'dist', 'cli.js'), 'new', project, '--media', media, '--transcript', transcript],
      { env: { ...process.env, WITHHELD_PASSPHRASE: PASSPHRASE }, stdio: 'pipe' },
    );
    await open(project);
  });
  afterAll(() => app.close());

  it('hides it in what is exported', async () => {
    const [video, layer] = await Promise.all([
      picture().boundingBox(),
      app.page.locator('.cover-layer').boundingBox(),
    ]);
    if (!video || !layer) throw new Error('there is no picture');
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(layer[side]).toBeCloseTo(video[side], 0);
    expect(video.height / video.width).toBeCloseTo(320 / 180, 1);

    const white = brightIn(join(folder, 'turned.mp4'));
    const [columns, rows] = [white.map((i) => (i % 180) / 180), white.map((i) => Math.floor(i / 180) / 320)];
    expect(white.length).toBeGreaterThan(2000);
    await button('Cover part of the picture').click();
    await drag([Math.min(...columns), Math.min(...rows)], [Math.max(...columns), Math.max(...rows)]);
    await expect.poll(async () => (await covers()).length).toBe(1);
    await screenshot('covers-turned');
    await call(app, 'export.run', {
      out: out(),
      media: 'video',
      picture: 'cover',
      listen: 'none',
      formats: [],
    });
    expect(brightIn(join(out(), 'recording.mp4'))).toEqual([]);
  });
});

/** Finds where the first frame is nearly white, turned as players turn it. Returns the pixels' numbers, row by row. */
function brightIn(file: string): number[] {
  const frame = execFileSync('ffmpeg', [
    ...['-v', 'error', '-i', file, '-frames:v', '1'],
    ...['-pix_fmt', 'gray', '-f', 'rawvideo', '-'],
  ]);
  return [...frame].flatMap((value, i) => (value > 200 ? i : []));
}
