import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf } from '../../../shared/text/lines';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { newProject } from './newProject';
import { openInterview } from './openInterview';
import { stored } from './stored';
import { windowOf } from './windowOf';

const TURNS = 60;
/** The speaker of each turn. The two people do not take turns evenly. */
const SAID_BY = Array.from({ length: TURNS }, (_, i) => (i < 2 ? i + 1 : i % 7 === 3 ? 1 : (i % 2) + 1));

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-speaking-'));
  const transcript = join(folder, 'transcript.txt');
  const turns = SAID_BY.map((_, i) => `This is what was said in turn number ${i + 1} of that long evening.`);
  writeFileSync(transcript, turns.join('\n\n'));
  const project = join(folder, 'Market square.withheld');
  newProject(project, { transcript });
  app = await openInterview(project);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { button, transcript, screenshot, press } = windowOf(() => app.page);
const names = async () => {
  const { words, speakers } = await stored(app);
  return linesOf(words).map(({ first }) => speakers.find(({ id }) => id === words[first]?.speaker)?.name);
};

describe('who speaks, by keyboard', () => {
  it(`is said of ${TURNS} turns with at most 70 keys, names included`, async () => {
    let keys = 0;
    const key = async (name: string) => {
      keys++;
      await press(name);
    };
    await key('F7');
    for (const name of ['Ann', 'Bo']) {
      await key('Control+Shift+p');
      for (const letter of name) await key(letter);
      await key('Enter');
    }
    for (const number of SAID_BY.slice(2)) await key(`${number}`);
    expect(await names()).toEqual(SAID_BY.map((number) => ['Ann', 'Bo'][number - 1]));
    expect(keys).toBeLessThanOrEqual(70);
    await screenshot('speaker-mode');
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('is told to who does not see it, and nothing is typed meanwhile', async () => {
    const before = (await stored(app)).words.map(({ text }) => text);
    await app.page.getByText(`Line ${TURNS} of ${TURNS}: `).waitFor();
    await press('ArrowUp');
    await app.page.getByText(`Line ${TURNS - 1} of ${TURNS}: `).waitFor();
    for (const typed of ['x', 'Backspace', 'Delete']) await press(typed);
    expect((await stored(app)).words.map(({ text }) => text)).toEqual(before);
    expect(await transcript().getAttribute('aria-readonly')).toBe('true');
  });

  it('alternates from a line on, is split at the caret, and set for all at once', async () => {
    await press('Control+Home');
    await press('ArrowDown');
    await press('a');
    await expect.poll(names).toEqual(Array.from({ length: TURNS }, (_, i) => (i % 2 === 0 ? 'Ann' : 'Bo')));
    await press('Control+ArrowRight');
    await press('Control+ArrowRight');
    await press('Enter');
    await expect.poll(async () => (await names()).slice(0, 4)).toEqual(['Ann', 'Bo', 'Ann', 'Ann']);
    await press('Control+z');
    await expect.poll(async () => (await names()).length).toBe(TURNS);
    await press('Control+a');
    await press('Control+Shift+p');
    await app.page.keyboard.type('Host');
    await press('Enter');
    await expect.poll(names).toEqual(Array.from({ length: TURNS }, () => 'Host'));
    await press('Control+z');
    await press('F7');
    await app.page.getByRole('toolbar', { name: 'Who speaks' }).waitFor({ state: 'detached' });
    expect(await transcript().getAttribute('aria-readonly')).toBeNull();
  });

  it('is not known of some lines, which say so beside them', async () => {
    await press('F7');
    await press('Control+Home');
    await press('0');
    await transcript().locator('.cm-line[data-speaker="no speaker"]').first().waitFor();
    await screenshot('no-speaker');
    await app.page.getByRole('tab', { name: 'Export' }).click();
    await app.page.getByText('1 line without a speaker').waitFor();
  });
});

describe('an export of what is not decided', () => {
  const asked = () => app.page.getByRole('alertdialog');

  it('is asked about before, and leads to where it is decided', async () => {
    await button('Export and verify').click();
    await asked().getByText('1 line without a speaker').waitFor();
    await asked().getByText('Nothing is withheld').waitFor();
    await screenshot('export-asks');
    await asked().getByRole('button', { name: 'Decide first' }).click();
    await asked().waitFor({ state: 'detached' });
    expect(await app.page.getByRole('tab', { name: 'Export' }).getAttribute('aria-selected')).toBe('false');
  });

  it('has what was not decided beside its result, as large, and is not plain green', async () => {
    await app.page.getByRole('tab', { name: 'Export' }).click();
    await app.answerDialog('open', join(folder, 'published'));
    await button('Export and verify').click();
    await asked().getByRole('button', { name: 'Export anyway' }).click();
    const verdict = app.page.getByText(/^Checked: nothing that is withheld was found in these \d files\./u);
    await verdict.waitFor();
    const open = app.page.getByRole('status', { name: 'Not decided' });
    expect(await open.innerText()).toMatch(/Nothing is withheld.*1 line without a speaker/su);
    const [left, right] = [await verdict.boundingBox(), await open.boundingBox()];
    expect(right?.width).toBeGreaterThanOrEqual(left?.width ?? Infinity);
    expect(right?.y).toBe(left?.y);
    const green = await app.page.evaluate(() => {
      const sample = document.body.appendChild(document.createElement('i'));
      sample.style.color = 'var(--kept)';
      const { color } = getComputedStyle(sample);
      sample.remove();
      return color;
    });
    expect(green).toMatch(/^rgb/u);
    const line = await verdict.evaluate((box) => getComputedStyle(box).borderLeftColor);
    expect(line).not.toBe(green);
    await open.scrollIntoViewIfNeeded();
    await screenshot('export-not-decided');
    expect(await findBarriers(app.page)).toEqual([]);
    const text = readFileSync(join(folder, 'published', 'transcript.txt'), 'utf8');
    expect(text).toContain('[speaker not stated]: This is what was said in turn number 1');
  });
});
