import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  giveFile,
  NO_PROXIES,
  notFound,
  startFileServer,
  startProxy,
  type FileServer,
} from '../../support/fileServer';
import { MODEL, writeModelList } from '../../support/modelList';
import { DEMO_MODEL } from '../../support/speech';
import { findBarriers } from './findBarriers';
import { launchApp, type DesktopApp } from './host';
import { windowOf } from './windowOf';

let folder: string;
let server: FileServer;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-models-'));
  server = await startFileServer();
  // A server on this machine offers the demo's model in place of the published `small`.
  const list = writeModelList(join(folder, 'models.json'), `http://127.0.0.1:${server.port}/`);
  app = await launchApp({ env: { ...NO_PROXIES, ...list, WITHHELD_MODELS: join(folder, 'models') } });
});
afterAll(async () => {
  await app.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(() => {
  server.asked.length = 0;
  server.answer = notFound;
});

const { button, screenshot } = windowOf(() => app.page);
const sheet = () => app.page.getByRole('dialog', { name: 'Models' });
const asked = () => app.page.getByRole('dialog', { name: 'Get the model small?' });
const inPlace = () => existsSync(join(folder, 'models', 'ggml-small.bin'));

async function removeSmall(): Promise<void> {
  await sheet().getByRole('button', { name: 'Remove small' }).click();
  await app.page.getByRole('button', { name: 'Remove it' }).click();
  await sheet().getByRole('button', { name: 'Get small…' }).waitFor();
  expect(inPlace()).toBe(false);
}

describe('a model', () => {
  it('is two clicks away from the start: which and why, from whom and how much, then there', async () => {
    server.answer = giveFile(MODEL);
    const recommended = app.page.getByRole('region', { name: 'Recommended model' });
    await recommended.getByText('Recommended: small.').waitFor();
    expect(await recommended.innerText()).toMatch(/any language.*cores? and .* of memory/u);
    await screenshot('recommended-model');
    await button('Get small…').click();
    await asked().waitFor();
    const told = await asked().innerText();
    expect(told).toContain(`127.0.0.1:${server.port}`);
    expect(told).toContain(`${new Intl.NumberFormat('en').format(MODEL.length)} bytes`);
    await screenshot('get-model');
    expect(await findBarriers(app.page)).toEqual([]);
    expect(server.asked).toEqual([]);
    await button('Get it').click();
    await app.page.getByText('The model small is here').waitFor();
    expect(readFileSync(join(folder, 'models', 'ggml-small.bin')).equals(MODEL)).toBe(true);
    expect(readdirSync(join(folder, 'models'))).toEqual(['ggml-small.bin']);
    expect(server.asked.map(({ url }) => url)).toEqual(['/ggml-small.bin']);
  });

  it('is what new transcriptions begin with, where none was chosen before', async () => {
    await button('Several recordings…').click();
    const chosen = app.page.getByRole('radiogroup', { name: 'Model' }).getByRole('radio', { name: 'small' });
    await chosen.waitFor({ state: 'attached' });
    expect(await chosen.isChecked()).toBe(true);
    // It is the first option, with the reason.
    const options = app.page.getByRole('radiogroup', { name: 'Model' });
    expect(await options.innerText()).toMatch(/^Model\s+small\s+Recommended\. .*this machine.*\s+demo\s/su);
    await button('Back to the start').click();
  });

  it('is listed with what it is for, and removed when that is confirmed', async () => {
    await button('Models').click();
    await sheet().getByText('Withheld downloads nothing unless you press Get').waitFor();
    await sheet().getByText('On this machine').waitFor();
    expect(await sheet().getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^small Recommended\./u),
      expect.stringMatching(/^demo /u),
    ]);
    await screenshot('models');
    // The other models are folded.
    const other = sheet().getByRole('button', { name: 'Get small.en…' });
    expect(await other.isVisible()).toBe(false);
    await sheet().getByText('1 other model', { exact: true }).focus();
    await app.page.keyboard.press('Enter');
    await other.waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await removeSmall();
  });

  it('is paused, and goes on behind what came', async () => {
    server.answer = giveFile(MODEL, { etag: '"1"', stopAfter: MODEL.length / 2, how: 'hangs' });
    await sheet().getByRole('button', { name: 'Get small…' }).click();
    await button('Get it').click();
    const came = () =>
      statSync(join(folder, 'models', 'ggml-small.bin.part'), { throwIfNoEntry: false })?.size ?? 0;
    await expect.poll(came).toBeGreaterThan(0);
    await screenshot('getting-model');
    await sheet().getByRole('button', { name: 'Pause small' }).click();
    const goOn = sheet().getByRole('button', { name: 'Go on getting small…' });
    await goOn.waitFor();
    expect(inPlace()).toBe(false);
    expect(await findBarriers(app.page)).toEqual([]);
    server.answer = giveFile(MODEL, { etag: '"1"' });
    await goOn.click();
    await button('Get it').click();
    await sheet().getByText('On this machine').waitFor();
    expect(server.asked.at(-1)?.headers.range).toMatch(/^bytes=[1-9]\d*-$/u);
    expect(readFileSync(join(folder, 'models', 'ggml-small.bin')).equals(MODEL)).toBe(true);
    await removeSmall();
  });

  it('comes through the proxy that the system’s settings name', async () => {
    const proxy = await startProxy();
    server.answer = giveFile(MODEL);
    try {
      await app.inMain(({ session }, answer) => {
        const asking = session.fromPartition('withheld-proxy');
        Object.assign(asking, { resolveProxy: () => Promise.resolve(answer) });
      }, `PROXY 127.0.0.1:${proxy.port}`);
      await sheet().getByRole('button', { name: 'Get small…' }).click();
      await button('Get it').click();
      await sheet().getByText('On this machine').waitFor();
      expect(proxy.asked).toEqual([`127.0.0.1:${server.port}`]);
      expect(inPlace()).toBe(true);
      await app.inMain(({ session }) => {
        const asking = session.fromPartition('withheld-proxy');
        Object.assign(asking, { resolveProxy: () => Promise.resolve('DIRECT') });
      }, null);
      await removeSmall();
    } finally {
      await proxy.close();
    }
  });

  it('that is not what it should be is not put in place, and that is said', async () => {
    server.answer = giveFile(Buffer.from(MODEL.map((byte) => byte ^ 1)));
    await sheet().getByRole('button', { name: 'Get small…' }).click();
    await button('Get it').click();
    const alert = sheet().getByRole('alert');
    await alert.first().waitFor();
    expect(await alert.first().innerText()).toContain('another digest');
    expect(readdirSync(join(folder, 'models'))).toEqual([]);
    await alert.first().getByRole('button', { name: 'Dismiss' }).click();
  });

  it('comes from a file where nothing is ever asked of a host', async () => {
    await app.answerDialog('open', DEMO_MODEL);
    await sheet().getByRole('button', { name: 'From a file…' }).click();
    await sheet().getByText('On this machine').waitFor();
    expect(inPlace()).toBe(true);
    expect(server.asked).toEqual([]);
    await sheet().getByRole('button', { name: 'Close' }).click();
  });
});
