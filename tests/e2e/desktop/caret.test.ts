import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DesktopApp } from './host';
import { makeProject, openInterview } from './openInterview';
import { stored } from './stored';
import { windowOf } from './windowOf';

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-caret-'));
  app = await openInterview(makeProject(folder, { recording: false }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { transcript: text } = windowOf(() => app.page);
const suggested = (word: string) => text().locator('.suggested', { hasText: word }).first();
const withheld = async () => {
  const { words, mentions, entities } = await stored(app);
  return mentions
    .filter(({ entityId }) => entities.find(({ id }) => id === entityId)?.decision === 'withhold')
    .map(({ wordIds }) => words.filter(({ id }) => wordIds.includes(id)).map((word) => word.text));
};

describe('the caret, once something was typed before a name', () => {
  it('is at that name, for the panel and for the key that accepts', async () => {
    await suggested('Viktor').waitFor();
    const box = await suggested('Viktor').boundingBox();
    if (!box) throw new Error('the name is not on the screen');
    await app.page.mouse.click(box.x + 1, box.y + box.height / 2);
    await app.page.keyboard.type('electroencephalographically ');
    const panel = app.page.locator('.mark-panel');
    await panel.getByRole('heading', { name: 'Viktor Rakhimov' }).waitFor();
    await stored(app);
    await panel.getByRole('heading', { name: 'Viktor Rakhimov' }).waitFor();
    // Text that is not kept yet does not move it either.
    await app.page.keyboard.type('my good old ');
    await app.page.keyboard.press('Control+Enter');
    await expect.poll(withheld).toEqual([['Viktor', 'Rakhimov']]);
  });

  it('is in the line that it is seen in', async () => {
    await text().getByText('Can you tell me your name?').click();
    await app.page.keyboard.press('End');
    const speaker = app.page.getByLabel('Speaker of this line');
    const { words, speakers } = await stored(app);
    const last = words[words.findIndex(({ text: said }) => said === 'name?')];
    const asked = speakers.find(({ id }) => id === last?.speaker)?.name ?? '';
    await app.page.keyboard.type(' Please say it slowly');
    await expect.poll(async () => (await stored(app)).words.map((word) => word.text)).toContain('slowly');
    expect(await speaker.inputValue()).toBe(asked);
  });
});
