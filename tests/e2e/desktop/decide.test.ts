import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview } from './openInterview';
import { stored } from './stored';
import { windowOf } from './windowOf';

/** Names of the interview that are withheld in the end, and one name that is kept. */
const WITHHELD = ['Taraz', 'Rakhimov', 'Abay', '+7 765 555 2553', '717 555', 'Mambetov', 'Berger', 'Zhuldyz'];
const KEPT = 'Gagarin Avenue';

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-decide-'));
  app = await openInterview(makeProject(folder));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { button, tab, press, shows, screenshot, exportNow } = windowOf(() => app.page);
const left = async () =>
  Number(/\d+/u.exec(await app.page.getByRole('tab', { name: 'Review' }).innerText())?.[0]);
const current = () =>
  app.page.getByRole('region', { name: 'Suggestion to decide' }).getByRole('heading').innerText();
/** The rows with a name, in suggestions or identities. */
const rows = (name: string) =>
  app.page.getByRole('row').filter({ has: app.page.locator('strong').getByText(name, { exact: true }) });
/** Returns the row that the keyboard is on. */
const active = () =>
  app.page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id ? (document.getElementById(id)?.innerText ?? '') : '';
  });
const told = () => app.page.locator('.review [aria-live], .review-none [aria-live]').innerText();

describe('suggestions', () => {
  it('are gone through by keyboard, each with its line and why it is one', async () => {
    await tab('Review');
    await expect.poll(left).toBeGreaterThan(15);
    await shows('Suggested because of:');
    expect(await app.page.locator('.suggestion-line mark').innerText()).toContain(await current());
    const first = await current();
    await press('j');
    const second = await current();
    expect(second).not.toBe(first);
    expect(await active()).toContain(second);
    await press('k');
    expect(await current()).toBe(first);
    await screenshot('review');
    // The key works at once, with the keyboard still on the tab.
    await app.page.getByRole('tab', { name: 'Review' }).focus();
    const count = await left();
    await press('Enter');
    await expect.poll(left).toBe(count - 1);
    await press('Control+z');
    await expect.poll(left).toBe(count);
  });

  it('are withheld by Enter, kept by Backspace, and the next one is told', async () => {
    const count = await left();
    await press('j');
    const name = await current();
    await press('Enter');
    await expect.poll(left).toBe(count - 1);
    expect(await current()).not.toBe(name);
    expect(await told()).toBe(`Withheld. ${count - 1} left.`);
    expect(await active()).toContain(await current());

    // Only rows near the chosen one are drawn, and this one is the last.
    await press('End');
    await rows(KEPT).first().click();
    expect(await current()).toBe(KEPT);
    await press('Backspace');
    // The name is kept wherever it is said.
    await expect.poll(left).toBe(count - 3);
    expect(await told()).toMatch(/^Kept\. \d+ left\.$/u);
  });

  it('come back, and to the screen, when a decision is taken back', async () => {
    const [count, name] = [await left(), await current()];
    await press('Control+Enter');
    await expect.poll(left).toBe(count - 1);
    await press('Control+z');
    await expect.poll(left).toBe(count);
    expect(await current()).toBe(name);
  });

  it('of one name are withheld by one key, of a type that the person chose', async () => {
    await rows('+7 717 555 3208').first().click();
    await app.page.getByLabel('Type').selectOption('id');
    const count = await left();
    await app.page.getByRole('grid', { name: 'Suggestions' }).focus();
    await shows('This identity: 2 mentions');
    await press('Shift+Enter');
    await expect.poll(left).toBe(count - 2);
    expect(await told()).toContain('Withheld: 2 mentions.');
  });

  it('whose name is withheld elsewhere are not kept without a question', async () => {
    await rows('Taraz').first().click();
    await press('Enter');
    await rows('Taraz').first().click();
    const count = await left();
    await press('Backspace');
    await shows('The same name is withheld in 1 other mention.');
    await press('Escape');
    expect(await left()).toBe(count);
  });

  it('are details too, in a part of their own that no key of the queue decides', async () => {
    const count = await left();
    const section = app.page.getByRole('region', { name: 'Details', exact: true });
    const trigger = section.getByRole('button', { name: /^Details that may identify someone/u });
    const details = async () => Number(/\((\d+)\)/u.exec(await trigger.innerText())?.[1]);
    const all = await details();
    expect(all).toBeGreaterThan(0);
    expect(await section.getByRole('grid').count()).toBe(0);
    await trigger.focus();
    await press('Enter');
    const list = section.getByRole('grid');
    await list.waitFor();
    expect(await list.getByRole('row', { selected: true }).count()).toBe(0);
    await list.focus();
    for (const key of ['Enter', 'Backspace', 'j', 'ArrowDown']) await press(key);
    const chosen = section.getByRole('group', { name: 'Detail to decide' });
    await chosen.waitFor();
    await screenshot('details');
    await expect.poll(left).toBe(count);
    await chosen.getByRole('button', { name: 'Withhold' }).press('Enter');
    await expect.poll(details).toBe(all - 1);
    await expect.poll(left).toBe(count);
    expect((await stored(app)).entities.filter(({ type }) => type === 'other')).toHaveLength(1);
    await press('Control+z');
    await expect.poll(details).toBe(all);
    await list.focus();
    await press('ArrowDown');
    await chosen.getByRole('button', { name: 'Keep here' }).press('Enter');
    await expect.poll(details).toBe(all - 1);
    await press('Control+z');
    await expect.poll(details).toBe(all);
    await expect.poll(left).toBe(count);
  });

  it('let everybody in', async () => {
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('are all withheld after a question that says how many', async () => {
    const count = await left();
    await button('Withhold everything…').click();
    await shows(`Withhold all ${count} suggestions?`);
    await button(`Withhold ${count}`).click();
    await shows('Nothing is left to decide');
    await shows('Read the transcript once more');
    expect(await findBarriers(app.page)).toEqual([]);
  });
});

describe('identities', () => {
  it('are listed with what is decided, found, and described as they will read', async () => {
    await tab('Identities');
    await app.page.getByLabel('Find').fill('taraz');
    await shows(/^1 of \d+ identities$/u);
    await shows('withheld · place · 2 mentions');
    await app.page.getByLabel('Description for readers').fill('a town');
    await shows('(DELETED-a town)');
    await press('Enter');
    await app.page.getByRole('radio', { name: 'a space' }).check({ force: true });
    await shows('(DELETED a town)');
    await screenshot('identities');
  });

  it('are kept in one place only', async () => {
    await button('Keep only here').first().click();
    await shows('kept only here');
    await button('Withhold here').click();
    await app.page.getByText('kept only here').waitFor({ state: 'detached' });
  });

  it('become one when they are the same', async () => {
    await app.page.getByLabel('Find').fill('Rakhimov');
    const details = app.page.getByRole('region', { name: 'Identity' });
    await details.getByRole('heading', { name: 'Viktor Rakhimov' }).waitFor();
    await app.page.getByLabel('It is the same as').selectOption({ label: 'Leila Berger' });
    await button('Merge').click();
    await app.page.getByLabel('Find').fill('');
    await details.getByRole('heading', { name: 'Leila Berger' }).waitFor();
    await details.getByText('Viktor Rakhimov', { exact: true }).waitFor();
    await details.getByText('2 mentions').waitFor();
    // Within the field, this key would take back what was written there.
    await app.page.getByRole('tab', { name: 'Identities' }).press('Control+z');
    await rows('Viktor Rakhimov').waitFor();
  });

  it('lead to their places in the transcript', async () => {
    await rows('Hotel Zhuldyz').click();
    await button('Show in the transcript').last().click();
    await app.page.getByRole('textbox', { name: 'Transcript' }).waitFor();
    await tab('Identities');
  });

  it('let everybody in', async () => {
    expect(await findBarriers(app.page)).toEqual([]);
  });
});

describe('as published', () => {
  it('has markers and nothing that is withheld', async () => {
    await tab('As published');
    const text = app.page.getByRole('region', { name: 'Transcript as published' });
    await text.getByText('(DELETED a town)').first().waitFor();
    const read = await readThrough(text);
    for (const name of WITHHELD) expect(read).not.toContain(name);
    expect(read).toContain(KEPT);
    expect(read).toContain('Thank you for your time.');
    await screenshot('published');
  });

  it('lets everybody in', async () => {
    await app.page.getByRole('button', { name: 'Play' }).waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
  });
});

describe('export', () => {
  it('refuses a title that says what is withheld, leaves nothing, and shows the way', async () => {
    await tab('Export');
    const out = join(folder, 'refused');
    await app.page.getByRole('textbox', { name: 'Title' }).fill('From Taraz');
    await app.answerDialog('open', out);
    await button('Choose a folder…').click();
    await shows(out);
    await exportNow();
    const note = app.page.getByRole('alert');
    await note.waitFor();
    expect(await note.innerText()).toContain('Change the title and export again.');
    expect(await note.innerText()).not.toContain('Taraz');
    await shows('Nothing was left in the folder.');
    expect(existsSync(out)).toBe(false);
    await screenshot('export-refused');
    expect(await findBarriers(app.page)).toEqual([]);
    await button('Go to Identities').click();
    await app.page.getByRole('grid', { name: 'Identities' }).waitFor();
  });

  it('is cancelled at once and leaves nothing', async () => {
    await tab('Export');
    await app.page.getByRole('textbox', { name: 'Title' }).fill('A call at night');
    await exportNow();
    await shows(/Exporting|Starting/u);
    // The export goes on while other parts are looked at.
    await tab('Review');
    await tab('Export');
    await button('Cancel').click();
    await button('Export and verify').waitFor();
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });

  it('ends with one plain sentence about the files in the folder', async () => {
    const out = join(folder, 'published');
    await app.answerDialog('open', out);
    await button('Choose a folder…').click();
    await shows(out);
    await app.page.getByText('Subtitles (SRT)').click();
    await app.page.getByText('Only the sound', { exact: true }).click();
    await exportNow();
    await app.page.getByText(/^Checked: nothing/u).waitFor();
    await shows(/^Checked: nothing that is withheld was found in these 6 files\./u);
    expect(readdirSync(out).sort()).toEqual([
      'recording.m4a',
      'report.html',
      'report.json',
      'transcript.docx',
      'transcript.srt',
      'transcript.txt',
    ]);
    const text = readFileSync(join(out, 'transcript.txt'), 'utf8');
    expect(text).toContain('(DELETED a town)');
    for (const name of WITHHELD) expect(text).not.toContain(name);
    await shows('The sound is masked wherever something is withheld');
    await screenshot('export-verified');
    expect(await findBarriers(app.page)).toEqual([]);

    // A later decision is not in these files.
    await press('Control+z');
    await app.page.getByRole('alert').getByText('The interview has changed since').waitFor();
    expect(await app.page.getByText(/^Checked: nothing/u).count()).toBe(0);
    expect(await findBarriers(app.page)).toEqual([]);
    await press('Control+Shift+z');
    await exportNow();
    await shows(/^Checked: nothing/u);
  });

  it('is verified again, and a file that was changed is told', async () => {
    const out = join(folder, 'text');
    await app.page.getByText('Only the transcript', { exact: true }).click();
    await app.answerDialog('open', out);
    await button('Choose a folder…').click();
    await shows(out);
    await exportNow();
    await shows('these 5 files.');
    const file = join(out, 'transcript.txt');
    writeFileSync(file, `${readFileSync(file, 'utf8')}Taraz\n`);
    await app.answerDialog('open', out);
    await button('Verify a folder again…').click();
    await shows(/^Do not publish this folder: \d checks failed\.$/u);
    const failed = app.page.getByRole('row', { name: 'failed' }).filter({ hasText: 'transcript.txt' });
    expect(await failed.count()).toBe(2);
    expect(await app.page.getByRole('table').innerText()).not.toContain('Taraz');
    expect(await findBarriers(app.page)).toEqual([]);
  });
});

describe('what is left of a withheld name', () => {
  it('comes to Review before an export would be refused for it', async () => {
    await app.close();
    const other = join(folder, 'other');
    mkdirSync(other);
    app = await openInterview(makeProject(other));
    const text = app.page.getByRole('textbox', { name: 'Transcript' });
    await text.getByText('Can you tell me your name?').click();
    await press('End');
    await app.page.keyboard.type(' In pav lodar?');
    await text.getByText('Pavlodar').dblclick();
    await press('Control+1');
    await tab('Review');
    await expect.poll(() => rows('pav lodar').count()).toBe(1);
    // It is asked about as a name of its own until what is left of the other name is found.
    await expect
      .poll(async () => {
        await rows('pav lodar').click();
        return app.page.getByText('another spelling of what is withheld').count();
      })
      .toBeGreaterThan(0);
    await press('Enter');
    await expect.poll(() => rows('pav lodar').count()).toBe(0);
    await tab('Transcript');
    expect(await text.innerText()).not.toMatch(/lodar/iu);
  });

  it('is not taken for known while what was typed is not read yet', async () => {
    // The reading waits for a pause, which never ends here.
    await app.page.evaluate(() => {
      const later = window.setTimeout.bind(window) as (run: () => void, ms?: number) => number;
      const held = (run: () => void, ms?: number) => (ms === 2000 ? 0 : later(run, ms));
      Object.assign(window, { setTimeout: held, unheld: later });
    });
    const text = app.page.getByRole('textbox', { name: 'Transcript' });
    await text.getByText('Can you tell me').click();
    await app.page.keyboard.type('So');
    await tab('Export');
    await app.page.getByRole('button', { name: 'Export and verify' }).click();
    await app.page.getByRole('alertdialog').getByText('Names are still being looked for.').waitFor();
    await press('Escape');
    await app.page.evaluate(() =>
      Object.assign(window, { setTimeout: (window as unknown as { unheld: typeof setTimeout }).unheld }),
    );
    await tab('Transcript');
    await text.getByText('Can you').click();
    await press('Control+z');
    await tab('Review');
    await app.page.getByText('looking again').waitFor({ state: 'detached' });
    await tab('Transcript');
  });
});

describe('how much is asked', () => {
  const summary = () => app.page.getByText(/^How much to be asked:/u);
  /** Chooses a level. Each level tells how many places it asks about. */
  const choose = async (level: 'fewer questions' | 'balanced' | 'everything') => {
    const notes = await app.page.locator('.asking').innerText();
    const counts = Array.from(notes.matchAll(/Asks about (\d+) mention/gu), ([, count]) => Number(count));
    const places = counts[['fewer questions', 'balanced', 'everything'].indexOf(level)] ?? -1;
    await app.page.getByRole('radio', { name: level, exact: true }).check({ force: true });
    await expect.poll(left).toBe(places);
    return places;
  };

  it('is what the person wants, and how much more there would be is told wherever it counts', async () => {
    const text = app.page.getByRole('textbox', { name: 'Transcript' });
    await text.getByText('Can you tell me your name?').click();
    await press('End');
    await app.page.keyboard.type(' He went to the Valley with Grace and saw the Harbour.');
    await tab('Review');
    await expect.poll(() => rows('Valley').count()).toBe(1);
    await summary().click();
    await shows(/In English, of 100 people.s names it misses about \d+, of 100 places about \d+/u);
    await shows(/^In English, about \d+ of 100 names of people/u);
    const all = await choose('everything');
    await screenshot('review-asking');
    expect(await findBarriers(app.page)).toEqual([]);
    const few = await choose('fewer questions');
    expect(few).toBeLessThan(all);
    expect(await rows('Valley').count()).toBe(0);
    await shows(`${all - few} more at “everything”`);
    await tab('Transcript');
    await text.locator('.suggested', { hasText: 'Taraz' }).first().waitFor();
    expect(await text.locator('.suggested', { hasText: 'Valley' }).count()).toBe(0);
    await tab('Export');
    await shows(`${all - few} more suggestions at “everything”`);
    await screenshot('export-asking');
    await tab('Review');
    await summary().click();
    await choose('balanced');
    await summary().click();
    await expect.poll(() => rows('Valley').count()).toBe(1);
  });

  it('is asked by identity: one key withholds all forms of a name as one', async () => {
    // Only rows near the screen are drawn.
    await app.page.getByRole('grid', { name: 'Suggestions' }).focus();
    await press('End');
    await rows('Tomas Novak').click();
    const forms = app.page.locator('.suggestion-forms');
    expect(await forms.innerText()).toMatch(
      /^This identity: \d+ mentions, \d+ forms: Tomas Novak 1, Tomas 1/u,
    );
    await screenshot('review-identity');
    const [count, places] = [await left(), Number(/\d+/u.exec(await forms.innerText())?.[0])];
    await press('Shift+Enter');
    await expect.poll(left).toBe(count - places);
    await expect.poll(() => rows('Tomas Novak').count()).toBe(0);
    await tab('Identities');
    await expect.poll(() => app.page.getByText('Tomas Novak', { exact: true }).count()).toBeGreaterThan(0);
  });
});

/** Reads all of a text of which only the part on the screen is drawn. */
async function readThrough(text: ReturnType<DesktopApp['page']['locator']>): Promise<string> {
  let read = '';
  for (let before = -1, at = 0; at !== before;) {
    read += `\n${await text.innerText()}`;
    before = at;
    at = await text.evaluate((box) => {
      box.scrollTop += box.clientHeight / 2;
      // Lines that come into view are drawn with the next frame, and may move the others with the one after it.
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      return frame()
        .then(frame)
        .then(frame)
        .then(() => box.scrollTop);
    });
  }
  return read;
}
