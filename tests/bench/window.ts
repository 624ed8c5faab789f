import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Vault } from '../../main/vault/Vault';
import { launchApp } from '../e2e/desktop/host';
import { makeProject, openInterview } from '../e2e/desktop/openInterview';
import type { Bench } from './Bench';
import { makeLongInterview, UNMARKED } from './makeLongInterview';
import { median, type Row } from './Row';

const PASSPHRASE = 'a passphrase for nothing but timing';
/** Number of times that each thing is done. */
const TIMES = 40;
/** Milliseconds until playing is prepared, at most. */
const PREPARED_WITHIN = 300_000;
/** Milliseconds after which no sound will come any more. */
const LONGEST_WAIT = 3000;

/** Measures the window on an interview of four hours: how soon it shows and answers, and how smoothly it scrolls. */
export const desktopWindow: Bench = async ({ folder, say }) => {
  say('Making an interview of four hours');
  const project = await makeLongInterview(folder, PASSPHRASE);
  const small = join(folder, 'small.withheld');
  (await Vault.create(small, PASSPHRASE)).close();
  const rows: Row[] = [];
  const app = await launchApp({ args: [project] });
  try {
    const { page } = app;
    say('Opening it');
    rows.push(await firstLines(page, small));
    // A person does not wait for playing, nor for the waveform, which is on the screen all the while then.
    say('Waiting until it can be played');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor({ timeout: PREPARED_WITHIN });
    await page.waitForTimeout(3000);
    for (const [what, acting] of Object.entries(ACTIONS)) {
      say(what);
      rows.push(await answered(page, what, acting));
    }
    say('Scrolling');
    rows.push(await scrolled(page));
    say('Dragging over the strip');
    rows.push(await dragged(page), await memory(page));
  } finally {
    await app.close();
  }
  say('Seeking by word');
  rows.push(await sought(folder));
  return rows;
};

/** Measures from the click on Open until the first lines are painted, without deriving the key. */
async function firstLines(page: Page, small: string): Promise<Row> {
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  // Withheld knows that a passphrase is wrong once it has derived the key.
  const key = await page.evaluate(async (path) => {
    const begun = performance.now();
    await window.withheld.call({ id: 'key', method: 'project.open', params: { path, passphrase: 'wrong' } });
    return performance.now() - begun;
  }, small);
  const total = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        const look = () => {
          const shown = (document.querySelector('.cm-line')?.textContent ?? '') !== '';
          if (shown) setTimeout(() => resolve(performance.now() - begun));
          else requestAnimationFrame(look);
        };
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Open')?.click();
        look();
      }),
  );
  return limit(
    'first lines, once the key is there',
    total - key,
    1000,
    'ms',
    `${Math.round(total)} ms with it`,
  );
}

interface Acting {
  prepare: (page: Page, i: number) => Promise<void>;
  press: string;
  /** Most milliseconds from the key to the paint. */
  most: number;
}

const ACTIONS: Record<string, Acting> = {
  'correcting: a letter': { prepare: (page, i) => goToWord(page, i), press: 'x', most: 50 },
  'marking: a word': {
    prepare: async (page) => {
      await page.mouse.wheel(0, 150);
      await page.waitForTimeout(100);
      const { x, y } = await middleOfWord(page, UNMARKED, 0);
      await page.mouse.dblclick(x, y);
      // The word is heard meanwhile, and has ended when the key is pressed.
      await page.waitForTimeout(100);
      await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
      await page.waitForTimeout(150);
    },
    press: 'Control+1',
    most: 40,
  },
  'undoing: a mark': { prepare: (page) => page.waitForTimeout(50), press: 'Control+z', most: 50 },
};

/** Puts the caret at the start of a word that is not withheld, each time in another line. */
async function goToWord(page: Page, i: number): Promise<void> {
  if (i === 0) await page.locator('.cm-line').nth(2).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('ArrowRight');
}

/** Measures from a key until its change of the transcript is painted. */
async function answered(page: Page, what: string, { prepare, press, most }: Acting): Promise<Row> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    await prepare(page, i);
    const painted = await page.evaluateHandle(() => {
      const content = document.querySelector('.cm-content');
      if (!content) throw new Error('there is no transcript');
      let pressed = 0;
      const promise = new Promise<number>((resolve) => {
        window.addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
        const observer = new MutationObserver(() => {
          if (pressed === 0) return;
          observer.disconnect();
          // This runs before everything else that waits: the frame is out, and what comes after it is in nobody's way.
          const end = () => resolve(performance.now() - pressed);
          requestAnimationFrame(() => void scheduler.postTask(end, { priority: 'user-blocking' }));
        });
        observer.observe(content, { subtree: true, childList: true, characterData: true, attributes: true });
      });
      return { promise };
    });
    await page.keyboard.press(press);
    times.push(await painted.evaluate(({ promise }) => promise));
  }
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(0.95 * sorted.length) - 1] ?? NaN;
  return limit(`${what}, key to paint (p95)`, p95, most, 'ms', `median ${Math.round(median(times))} ms`);
}

/** Measures the longest time between two frames while somebody turns the wheel. */
async function scrolled(page: Page): Promise<Row> {
  const box = await page.locator('.cm-scroller').boundingBox();
  if (!box) throw new Error('there is no transcript');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return longestFrame(page, 'scrolling', async () => {
    for (let i = 0; i < 150; i++) {
      await page.mouse.wheel(0, i < 100 ? 400 : 8000);
      await page.waitForTimeout(20);
    }
  });
}

/** Measures the longest time between two frames while somebody drags over the strip, from its start to its end. */
async function dragged(page: Page): Promise<Row> {
  const box = await page.getByRole('slider', { name: 'Whole recording' }).boundingBox();
  if (!box) throw new Error('there is no strip');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, y);
  await page.mouse.down();
  const row = await longestFrame(page, 'dragging over the strip', async () => {
    for (let i = 1; i <= 150; i++) {
      await page.mouse.move(box.x + ((box.width - 2) * i) / 150, y);
      await page.waitForTimeout(20);
    }
  });
  await page.mouse.up();
  return row;
}

/** Measures the longest time between two frames while something is done. */
async function longestFrame(page: Page, what: string, act: () => Promise<void>): Promise<Row> {
  const frames = await page.evaluateHandle(() => {
    const deltas: number[] = [];
    let last = performance.now();
    const next = (now: number) => {
      deltas.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return deltas;
  });
  await act();
  const deltas = await frames.jsonValue();
  const over = deltas.filter((delta) => delta > 50).length;
  const beside = `${over} of ${deltas.length} frames over 50 ms, median ${Math.round(median(deltas))} ms`;
  return limit(`${what}, the longest frame`, Math.max(...deltas.slice(1)), 50, 'ms', beside);
}

/** Measures the memory of the page's process, with its share of what is shared. */
async function memory(page: Page): Promise<Row> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const heap = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  );
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {};
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => shareOf(id));
  const value = Math.max(...pages, heap / 2 ** 20);
  return limit('memory of the page', value, 400, 'MiB', `its objects ${Math.round(heap / 2 ** 20)} MiB`);
}

/** Returns the MiB of a process, with its share of what is shared. */
function shareOf(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s*(\d+) kB$/mu.exec(rollup)?.[1] ?? 0) / 1024;
}

/** Measures from a click on a word of the demo video until it plays there. */
async function sought(folder: string): Promise<Row> {
  const app = await openInterview(makeProject(folder));
  const times: number[] = [];
  try {
    const { page } = app;
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor({ timeout: 60_000 });
    for (let i = 0; i < 12; i++) {
      const { x, y } = await middleOfWord(page, '', 2 * i);
      const painted = await page.evaluateHandle((longest) => {
        const video = document.querySelector('video');
        if (!video) throw new Error('there is no player');
        video.pause();
        const promise = new Promise<number>((resolve) => {
          window.addEventListener(
            'mouseup',
            ({ timeStamp }) => {
              const look = () => {
                const before = video.currentTime;
                setTimeout(() => {
                  const waited = performance.now() - timeStamp;
                  const plays = !video.paused && !video.seeking && video.readyState >= 3;
                  if ((plays && video.currentTime > before) || waited > longest) resolve(waited);
                  else look();
                }, 4);
              };
              look();
            },
            { capture: true, once: true },
          );
        });
        return { promise };
      }, LONGEST_WAIT);
      await page.mouse.click(x, y);
      times.push(await painted.evaluate(({ promise }) => promise));
      await page.waitForTimeout(300);
    }
  } finally {
    await app.close();
  }
  const beside = `from ${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))} ms`;
  return limit('a click on a word to its sound (median)', median(times), 100, 'ms', beside);
}

/** Finds on the screen the middle of the `i`th long word that begins with a text. */
const middleOfWord = (page: Page, start: string, i: number): Promise<{ x: number; y: number }> =>
  page.evaluate(
    ({ beginning, wanted }) => {
      const walker = document.createTreeWalker(
        document.querySelector('.cm-content') ?? document,
        NodeFilter.SHOW_TEXT,
      );
      const box = document.querySelector('.cm-scroller')?.getBoundingClientRect() ?? new DOMRect();
      let left = wanted;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\p{L}{5,}/gu)) {
          if (!word.startsWith(beginning)) continue;
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          // Words outside of the visible area are drawn, too.
          if (y < box.top || y + height > box.bottom || left-- > 0) continue;
          return { x: x + width / 2, y: y + height / 2 };
        }
      }
      throw new Error('there are fewer words on the screen');
    },
    { beginning: start, wanted: i },
  );

const limit = (what: string, value: number, most: number, unit: string, beside: string): Row => ({
  what,
  value: `${Math.round(value)} ${unit}`,
  goal: { value, most, unit: ` ${unit}` },
  beside,
});
