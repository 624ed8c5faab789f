import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview } from './openInterview';
import { windowOf } from './windowOf';

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-place-'));
  app = await openInterview(makeProject(folder));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { button, tab, press, shows, screenshot, exportNow } = windowOf(() => app.page);
const rows = (name: string) =>
  app.page.getByRole('row').filter({ has: app.page.locator('strong').getByText(name, { exact: true }) });
const refused = () => app.page.locator('.left-places li');

describe('decisions by place', () => {
  it('are offered beside a mark, which says how many places it took and which', async () => {
    const text = app.page.getByRole('textbox', { name: 'Transcript' });
    await text.getByText('Can you tell me your name?').click();
    await press('End');
    await app.page.keyboard.type(' In Pavlodar? In pav lodar?');
    await text.getByText('Pavlodar').first().dblclick();
    await press('Control+1');
    await app.page.getByRole('heading', { name: '3 mentions', exact: true }).waitFor();
    const places = app.page.getByRole('list', { name: 'Mentions of this mark' }).getByRole('listitem');
    expect(await places.count()).toBe(3);
    expect(await places.first().innerText()).toContain('In Pavlodar?');
    await places.first().getByRole('button', { name: 'Keep only here' }).click();
    await places.first().getByText('kept only here').waitFor();
    await shows('It may also be said in 1 other place: decide there too.');
    await screenshot('marked-places');
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('are asked for in Review, in the transcript and in the title, with every way out', async () => {
    await tab('Export');
    await app.page.getByRole('textbox', { name: 'Title' }).fill('From Pavlodar');
    await tab('Review');
    await rows('pav lodar').waitFor();
    await rows('Pavlodar').waitFor();
    await rows('pav lodar').click();
    for (const name of [/^Withhold here/u, /^Keep here/u, /^Keep everywhere/u, /^Hear/u])
      await button(name).waitFor();
    await screenshot('review-left');
    expect(await findBarriers(app.page)).toEqual([]);
    await rows('Pavlodar').click();
    await shows('This is in the title.');
    await screenshot('review-title');
    await button('Change the title').click();
    const title = app.page.getByRole('textbox', { name: 'Title' });
    await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('are made where an export is refused, which lists the same places', async () => {
    const out = join(folder, 'published');
    await app.answerDialog('open', out);
    await button('Choose a folder…').click();
    await shows(out);
    await app.page.getByText('Only the transcript', { exact: true }).click();
    await exportNow();
    await refused().first().waitFor();
    expect(await refused().count()).toBe(2);
    expect(await app.page.getByRole('alert').first().innerText()).not.toMatch(/lodar/iu);
    await screenshot('export-places');
    expect(await findBarriers(app.page)).toEqual([]);
    await refused().first().getByRole('button', { name: 'Keep here' }).click();
    await refused().first().getByText('Kept here.').waitFor();
    await press('Control+z');
    await refused().first().getByRole('button', { name: 'Withhold here' }).click();
    await refused().first().getByText('Withheld here.').waitFor();
    await refused().last().getByRole('button', { name: 'Change the title' }).click();
    await app.page.getByRole('textbox', { name: 'Title' }).fill('A call at night');
    await exportNow();
    await shows(/^Checked: nothing that is withheld was found/u);
    const text = readFileSync(join(out, 'transcript.txt'), 'utf8');
    expect(text).toContain('Can you tell me your name? In Pavlodar? In (DELETED)?');
    expect(text.match(/lodar/giu)).toHaveLength(1);
  });
});
