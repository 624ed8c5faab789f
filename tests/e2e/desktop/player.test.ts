import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Span } from '../../../shared/model/entity';
import { patience } from '../../support/patience';
import { findBarriers } from './findBarriers';
import { diedAway, heardSince, listenFor, recordSound, timeToSound } from './hearing';
import { launchApp, type DesktopApp } from './host';
import { makeProject, PASSPHRASE, unlock } from './openInterview';
import { call, stored } from './stored';
import { windowOf } from './windowOf';

const ROOT = join(__dirname, '..', '..', '..');

let folder: string;
let app: DesktopApp;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-player-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const { button, tab, screenshot } = windowOf(() => app.page);

async function open(project: string): Promise<void> {
  app = await launchApp({ args: [project] });
  await recordSound(app.page);
  await unlock(app);
  await button('Play').waitFor();
}

const position = () => app.page.getByRole('slider', { name: 'Position' });
const second = async () => Number(await position().getAttribute('aria-valuenow'));

/** Goes to the transcript, at rest and at the usual speed, whatever another test left behind. */
async function atRest(): Promise<void> {
  await app.page.mouse.up();
  await app.page.getByRole('tab', { name: 'Transcript' }).click();
  // Playing may end by itself, and the same button then plays: it is looked at and pressed at once.
  await app.page.evaluate(() => {
    const playing = document.querySelector<HTMLElement>('.player-controls .play');
    if (playing?.textContent === 'Pause') playing.click();
  });
  await button('Play').waitFor();
  const looping = app.page.getByRole('button', { name: /^Looping/u });
  if (await looping.isVisible()) await looping.click();
  const rate = app.page.getByText(/^[\d.]+×$/u).first();
  for (let now = await rate.innerText(); now !== '1×'; now = await rate.innerText()) {
    await button(parseFloat(now) > 1 ? 'Slower' : 'Faster').click();
    await expect.poll(() => rate.innerText()).not.toBe(now);
  }
}

/** Finds where a moment (seconds) lies in the waveform on the screen. */
async function placeOf(seconds: number, duration: number) {
  const [scroll, wrapper] = await Promise.all([
    app.page.locator('.waveform-sound [part="scroll"]').boundingBox(),
    app.page.locator('.waveform-sound [part="wrapper"]').boundingBox(),
  ]);
  if (!scroll || !wrapper) throw new Error('there is no waveform');
  const x = wrapper.x + (seconds / duration) * wrapper.width;
  if (x < scroll.x || x > scroll.x + scroll.width) throw new Error('this moment is not in view');
  return { x, y: wrapper.y + wrapper.height / 2 };
}

/** Finds the middle of a word of the transcript on the screen. */
const placeOfWord = (word: string) =>
  app.page.evaluate((wanted) => {
    const words = document.createTreeWalker(
      document.querySelector('.cm-content') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error('the word is not on the screen');
  }, word);

/** Returns the most frequent colour of the waveform's canvases, if there is any. Runs in the page. */
function paintOfWaveform(): number[] | undefined {
  const host = document.querySelector('.waveform-sound > *')?.shadowRoot;
  const counts = new Map<string, number>();
  for (const canvas of host?.querySelectorAll('canvas') ?? []) {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] !== 255) continue;
      const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0].split(',').map(Number);
}

describe('the player, on the demo interview', () => {
  let duration: number;
  beforeAll(async () => {
    await open(makeProject(folder));
    duration = (await stored(app)).media?.duration ?? 0;
  });
  beforeEach(() => atRest());
  afterAll(() => app.close());

  it('plays, shows how far it is, goes back, faster, and stops', async () => {
    await button('Play').click();
    await expect.poll(() => second()).toBeGreaterThan(1);
    await button('Back 3 s').click();
    await button('Faster').click();
    await app.page.getByText('1.25×').waitFor();
    await button('Slower').click();
    await button('Pause').click();
    await screenshot('player');
    // It would end by itself after two minutes.
    await button('Play').waitFor({ timeout: await patience(5000) });
    const time = await second();
    await listenFor(app.page, 1.2);
    expect(await second()).toBe(time);
  });

  it('moves by keys', async () => {
    await position().focus();
    await app.page.keyboard.press('Home');
    await expect.poll(() => second()).toBe(0);
    await app.page.keyboard.press('Shift+ArrowRight');
    await app.page.keyboard.press('ArrowRight');
    await expect.poll(() => second()).toBe(11);
    await app.page.keyboard.press('Home');
  });

  it('plays a word that is clicked, at once', async () => {
    const took: number[] = [];
    for (const word of ['recording', 'interview', 'Friday', 'recording', 'interview', 'Friday']) {
      const measured = await timeToSound(app.page, null);
      const { x, y } = await placeOfWord(word);
      await app.page.mouse.click(x, y);
      took.push(await measured());
      await button('Play').waitFor();
      await diedAway(app.page);
    }
    const median = took.toSorted((a, b) => a - b)[took.length >> 1] ?? NaN;
    console.info(`from a click on a word to its sound: ${took.map((ms) => ms.toFixed(0)).join(', ')} ms`);
    expect(median).toBeLessThan(1000);
  });

  it('plays each of two words that are clicked one behind the other, and not on', async () => {
    const [one, other] = [await placeOfWord('recording'), await placeOfWord('Friday')];
    await app.page.mouse.click(one.x, one.y);
    await button('Pause').waitFor();
    await app.page.mouse.click(other.x, other.y);
    await button('Play').waitFor({ timeout: await patience(5000) });
  });

  it('plays no word where a button is let go that was pressed elsewhere', async () => {
    const word = await placeOfWord('Friday');
    await app.page.mouse.click(word.x, word.y);
    await button('Pause').waitFor();
    await button('Play').waitFor({ timeout: await patience(5000) });
    await position().press('Home');
    await expect.poll(() => second()).toBe(0);
    await app.page.getByRole('group', { name: 'Playback' }).hover({ position: { x: 1, y: 1 } });
    await app.page.mouse.down();
    await app.page.mouse.move(word.x, word.y);
    await app.page.mouse.up();
    await listenFor(app.page, 0.3);
    await button('Play').waitFor({ timeout: await patience(5000) });
    expect(await second()).toBe(0);
  });

  it('keeps what is said in sight, unless the person looks elsewhere', async () => {
    const text = app.page.locator('.cm-scroller');
    const top = () => text.evaluate(({ scrollTop }) => Math.round(scrollTop));
    const begins = async () => {
      await position().focus();
      await app.page.keyboard.press('Home');
    };
    await begins();
    await button('Play').click();
    await expect.poll(() => second()).toBeGreaterThan(0);
    const begin = await top();
    await text.hover();
    await app.page.mouse.wheel(0, 1200);
    await expect.poll(top).toBeGreaterThan(begin + 600);
    const chosen = await top();
    await listenFor(app.page, 2.5);
    expect(await top()).toBe(chosen);
    // The text stays at a place that was gone to, and does not follow what is said next.
    await button('Pause').click();
    await begins();
    await expect.poll(top).toBe(begin);
  });

  it('has edges that are dragged, moved by keys, and heard', async () => {
    await call(app, 'mark.add', { marks: [{ from: 2.4, to: 3 }], align: false });
    const place = await placeOf(2.7, duration);
    await app.page.mouse.click(place.x, place.y);
    const slider = (name: string) => app.page.getByRole('slider', { name });
    await slider('Mark ends').waitFor();
    const handle = app.page.locator('[part~="chosen"] [part~="region-handle-right"]');
    const box = await handle.boundingBox();
    if (!box) throw new Error('the edge cannot be taken hold of');
    const hold = { x: box.x + box.width / 2, y: box.y + 10 };
    await app.page.mouse.move(hold.x, hold.y);
    await app.page.mouse.down();
    await app.page.mouse.move(hold.x + 10, hold.y);
    await app.page.mouse.move(hold.x + 20, hold.y);
    await app.page.mouse.up();
    await button('Pause').waitFor();
    const dragged = (await stored(app)).mentions[0]?.span;
    expect(dragged?.from).toBe(2.4);
    expect(dragged?.to).toBeCloseTo(3.5, 1);
    await button('Play').waitFor();
    await screenshot('player-edge');

    await slider('Mark begins').focus();
    await app.page.keyboard.press('ArrowLeft');
    await app.page.keyboard.press('ArrowLeft');
    await app.page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(async () => (await stored(app)).mentions[0]?.span?.from).toBe(2.28);
    expect((await stored(app)).mentions[0]?.span?.to).toBe(dragged?.to);
    await button('Play').waitFor();
    // All three keys were one step.
    await app.page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored(app)).mentions[0]?.span?.from).toBe(2.4);
  });

  it('takes a time range by dragging, to be marked by a key', async () => {
    const before = (await stored(app)).mentions.length;
    const [from, to] = [await placeOf(5, duration), await placeOf(6, duration)];
    await app.page.mouse.move(from.x, from.y);
    await app.page.mouse.down();
    await app.page.mouse.move((from.x + to.x) / 2, from.y);
    await app.page.mouse.move(to.x, to.y);
    await app.page.mouse.up();
    await app.page.locator('[part~="drawn"]').waitFor();
    await screenshot('player-drawn');
    await app.page.keyboard.press('Control+3');
    await expect.poll(async () => (await stored(app)).mentions.length).toBe(before + 1);
    const drawn = (await stored(app)).mentions.at(-1);
    expect(drawn?.drawn).toBe(true);
    expect(drawn?.span?.from).toBeCloseTo(5, 1);
    expect(drawn?.span?.to).toBeCloseTo(6, 1);
  });

  it('plays a selection over and over', async () => {
    const place = await placeOf(2.7, duration);
    await app.page.mouse.click(place.x, place.y);
    const [from, to] = [await placeOf(7, duration), await placeOf(8, duration)];
    await app.page.mouse.move(from.x, from.y);
    await app.page.mouse.down();
    await app.page.mouse.move(to.x, to.y, { steps: 3 });
    await app.page.mouse.up();
    await button('Loop selection').click();
    await button('Play').click();
    await listenFor(app.page, 2.5);
    expect(await second()).toBeGreaterThanOrEqual(6);
    expect(await second()).toBeLessThanOrEqual(8);
    await button('Pause').click();
  });

  it('paints the waveform in the colours that are in use', async () => {
    await position().press('Home');
    for (const [colorScheme, ink] of [
      ['dark', [0xb0, 0xa9, 0x9f]],
      ['light', [0x5b, 0x56, 0x50]],
    ] as const) {
      await app.page.emulateMedia({ colorScheme });
      await expect.poll(() => app.page.evaluate(paintOfWaveform)).toEqual(ink);
    }
    await app.page.emulateMedia({ colorScheme: null });
  });

  it('keeps nobody out', async () => {
    const found = await findBarriers(app.page);
    expect(found.filter((one) => /player|waveform|edge/u.test(one))).toEqual([]);
  });
});

describe('the masked preview', () => {
  /** Spans with nothing but a loud high tone. Outside of them there is a low tone. */
  const SPANS: Span[] = [
    { from: 2, to: 3 },
    { from: 4, to: 4.5 },
    { from: 6, to: 8 },
    { from: 8.6, to: 9.2 },
  ];
  const [LOW, HIGH] = [440, 3000];
  /** Seconds by which lossy codecs smear a sound before and after it. */
  const SMEAR = 0.06;
  const DURATION = 14;

  beforeAll(async () => {
    const [media, transcript, project] = ['tones.mp4', 'words.json', 'Tones.withheld'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    const inside = SPANS.map(({ from, to }) => `between(t,${from + SMEAR},${to - SMEAR})`).join('+');
    const tone = (frequency: number) => `sin(2*PI*${frequency}*t)`;
    execFileSync('ffmpeg', [
      ...['-v', 'error', '-f', 'lavfi', '-i', `testsrc=s=320x180:r=25:d=${DURATION}`, '-f', 'lavfi'],
      ...['-i', `aevalsrc='if(${inside},0.7*${tone(HIGH)},0.3*${tone(LOW)})':s=48000:d=${DURATION}`],
      ...[
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
        '-pix_fmt',
        'yuv420p',
        '-c:a',
        'aac',
        '-b:a',
        '256k',
        media,
      ],
    ]);
    writeFileSync(transcript, JSON.stringify({ words: [{ text: 'Tones.', start: 0.1, end: 1 }] }));
    execFileSync(
      process.execPath,
      [join(ROOT, 'dist', 'cli.js'), 'new', project, '--media', media, '--transcript', transcript],
      { env: { ...process.env, WITHHELD_PASSPHRASE: PASSPHRASE }, stdio: 'pipe' },
    );
    await open(project);
    await call(app, 'mark.add', { marks: SPANS, align: false });
  });
  beforeEach(() => atRest());
  afterAll(() => app.close());

  /**
   * Counts the hundredths of a second with the high tone in what was heard since the last call. 40 dB below it counts.
   */
  const leaked = async () =>
    (await heardSince(app.page, HIGH)).filter(({ at, beside }) => at > 0.007 && at > 3 * beside).length;
  const heardLow = async () => (await heardSince(app.page, LOW)).filter(({ at }) => at > 0.15).length;
  const blur = (name: string) => app.page.getByRole('radio', { name, exact: true }).click({ force: true });
  const listen = (seconds: number) => listenFor(app.page, seconds);
  /** Puts the position somewhere in the editor, and shows the recording as published. */
  async function startAt(seconds: number): Promise<void> {
    await tab('Transcript');
    // The waveform is drawn anew, and until then a moment may move on the screen.
    const clicked = async () => {
      const place = await placeOf(seconds, DURATION);
      await app.page.mouse.click(place.x, place.y);
      return second();
    };
    await expect.poll(clicked).toBe(Math.floor(seconds));
    await heardSince(app.page, HIGH);
    await tab('As published');
  }

  it('is heard as recorded where it is edited', async () => {
    const place = await placeOf(1.5, DURATION);
    await app.page.mouse.click(place.x, place.y);
    await button('Play').click();
    await listen(0.4);
    const measured = await timeToSound(app.page, HIGH);
    const high = await placeOf(6.3, DURATION);
    await app.page.mouse.click(high.x, high.y);
    const took = await measured();
    console.info(`from a click on the waveform to its sound: ${took.toFixed(0)} ms`);
    expect(took).toBeLessThan(1000);
    await listen(1);
    await button('Pause').click();
    expect(await leaked()).toBeGreaterThan(20);
  });

  it('lets nothing of a span be heard, at any speed', async () => {
    await startAt(0.2);
    await blur('Silence');
    await button('Play').click();
    for (const press of ['Faster', 'Faster', 'Faster', 'Slower', 'Slower', 'Slower', 'Slower', 'Slower']) {
      await listen(0.9);
      await button(press).click();
    }
    // This waits until it has come to its end.
    await button('Play').waitFor();
    expect(await leaked()).toBe(0);
    await screenshot('player-masked');
    await button('Faster').click();
    await button('Faster').click();
  });

  it('plays what is not withheld', async () => {
    await startAt(9.5);
    await button('Play').click();
    await listen(2);
    await button('Pause').click();
    expect(await heardLow()).toBeGreaterThan(80);
  });

  it('lets nothing be heard after going into a span, and out of one', async () => {
    await startAt(6.8);
    await button('Play').click();
    await listen(0.5);
    await button('Back 3 s').click();
    await listen(0.8);
    await button('Pause').click();
    await button('Play').click();
    await listen(0.4);
    await button('Back 3 s').click();
    await listen(2);
    await button('Pause').click();
    expect(await leaked()).toBe(0);
  });

  it('lets nothing be heard in a loop over the edge of a span', async () => {
    await tab('Transcript');
    const [from, to] = [await placeOf(7.5, DURATION), await placeOf(8.8, DURATION)];
    await app.page.mouse.move(from.x, from.y);
    await app.page.mouse.down();
    await app.page.mouse.move(to.x, to.y, { steps: 3 });
    await app.page.mouse.up();
    await button('Loop selection').click();
    await heardSince(app.page, HIGH);
    await tab('As published');
    await button('Play').click();
    await listen(5);
    await button('Pause').click();
    expect(await leaked()).toBe(0);
    await app.page.getByRole('button', { name: /^Looping/u }).click();
  });

  it('makes the tone of the export in a span, at its level', async () => {
    await startAt(5.5);
    await blur('Tone');
    await button('Play').click();
    await listen(1.3);
    await button('Pause').click();
    const tones = (await heardSince(app.page, 1000)).map(({ at }) => at).toSorted((a, b) => b - a);
    // A sine of −30 dBFS RMS has this amplitude.
    expect(tones[50]).toBeCloseTo(10 ** (-30 / 20) * Math.SQRT2, 2);
  });

  it('covers the picture meanwhile', async () => {
    await startAt(7.2);
    await app.page.getByText('Covered while withheld').waitFor();
    await screenshot('player-covered');
    await startAt(10.2);
    await app.page.getByText('Covered while withheld').waitFor({ state: 'detached' });
  });
});
