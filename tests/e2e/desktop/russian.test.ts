import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview } from './openInterview';
import { stored } from './stored';
import { windowOf } from './windowOf';

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-russian-'));
  app = await openInterview(makeProject(folder));
  await button('Play').waitFor();
  await app.page.setViewportSize({ width: 1280, height: 773 });
  await press('Control+,');
  await app.page.getByText('Русский').click();
  await press('Escape');
  await button('Воспроизвести').waitFor();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { button, press, screenshot } = windowOf(() => app.page);
const text = () => app.page.getByRole('textbox', { name: 'Расшифровка' });

/** Finds words in Latin letters that are read or heard beside the transcript, except names of keys and speakers. */
const english = () =>
  app.page.locator('.editor-tab').evaluate((tab) => {
    const own = new Set(['INTERVIEWER', 'WITNESS', 'DELETED', 'Delete', 'Shift']);
    const read: string[] = [];
    const walker = document.createTreeWalker(tab, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest('.cm-content, kbd, .excerpt, .mark-panel h2, select, datalist')) continue;
      if (!(node instanceof Element)) read.push(node.nodeValue ?? '');
      else
        for (const name of ['aria-label', 'aria-valuetext', 'placeholder', 'title', 'aria-roledescription'])
          read.push(node.getAttribute(name) ?? '');
    }
    return [...new Set(read.flatMap((one) => one.match(/[A-Za-z]{2,}/gu) ?? []))].filter(
      (word) => !own.has(word),
    );
  });

describe('the transcript in Russian', () => {
  it('says all it says in that language, whatever is chosen', async () => {
    expect(await english()).toEqual([]);
    await text().getByText('Leila').first().dblclick();
    await app.page.getByRole('toolbar', { name: 'Пометить выделенное' }).waitFor();
    await press('Control+1');
    await app.page.getByRole('heading', { name: /упоминани/u }).waitFor();
    await button(/^Отменить: пометка/u).waitFor();
    expect(await english()).toEqual([]);
    await screenshot('russian-mark');
    await button('Кто говорит?').click();
    await button('Закрыть часть картинки').click();
    await button('Закрыть область в середине').click();
    await app.page.getByRole('group', { name: 'Выбранная закрытая область' }).waitFor();
    await press('Control+f');
    await button('Заменить…').click();
    await press('F7');
    await app.page.getByRole('toolbar', { name: 'Кто говорит' }).waitFor();
    expect(await english()).toEqual([]);
    await screenshot('russian-panels');
    await press('F7');
  });

  it('has another word in all markers, where somebody chooses one', async () => {
    await app.page.locator('.withheld').first().click();
    await button('Изменить слово…').click();
    const field = app.page.getByRole('dialog').getByLabel('Слово');
    expect(await field.inputValue()).toBe('DELETED');
    expect(await findBarriers(app.page)).toEqual([]);
    await field.fill('СКРЫТО)');
    expect(await button('Сохранить').isDisabled()).toBe(true);
    await field.fill('СКРЫТО');
    await press('Enter');
    await app.page.getByRole('img', { name: 'скрыто: (СКРЫТО)' }).first().waitFor();
    expect(await stored(app)).toMatchObject({ markerWord: 'СКРЫТО' });
    await button('Отменить: выбор слова для скрытого').click();
    await app.page.getByRole('img', { name: 'скрыто: (DELETED)' }).first().waitFor();
    expect(await stored(app)).toMatchObject({ markerWord: 'DELETED' });
  });
});
