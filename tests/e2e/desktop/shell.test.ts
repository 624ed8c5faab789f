import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { menuActionSchema } from '../../../shared/contract/events';
import { launchApp, launchSecond, type DesktopApp } from './host';
import { expectWithin } from '../../support/patience';

const DEMO = join(__dirname, '..', '..', '..', 'resources', 'demo', 'interview.mp4');

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'withheld-shell-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Calls a method as the page does. */
function call(app: DesktopApp, method: string, params: unknown, id = method): Promise<unknown> {
  return app.page.evaluate((message) => window.withheld.call(message), { id, method, params });
}

/** Keeps everything that the page is told in `window.heard`, from the first event on. */
const listen = (app: DesktopApp) =>
  app.page.evaluate(() => {
    const heard: unknown[] = [];
    window.withheld.on((event) => heard.push(event));
    Object.assign(window, { heard });
  });
const heard = (app: DesktopApp) =>
  app.page.evaluate(() => (window as unknown as { heard: { type: string }[] }).heard);
const untilHeard = (app: DesktopApp, type: string) =>
  app.page.waitForFunction(
    (wanted) =>
      (window as unknown as { heard: { type: string }[] }).heard.some(({ type }) => type === wanted),
    type,
  );

describe('an open window', () => {
  let app: DesktopApp;
  beforeAll(async () => {
    app = await launchApp();
    await listen(app);
  });
  afterAll(() => app.close());

  it('shows the page and answers it', async () => {
    expect(await app.page.title()).toBe('Withheld');
    expect(await call(app, 'settings.get', {})).toMatchObject({ ok: true, result: { theme: 'system' } });
  });

  it('is served with the policy, and a nonce that is new each time', async () => {
    const policies = [];
    for (let i = 0; i < 2; i++) {
      const response = await app.page.reload();
      policies.push((await response?.allHeaders())?.['content-security-policy']);
    }
    expect(policies[0]).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']{20,}'; /u,
    );
    expect(policies[0]).not.toBe(policies[1]);
    const nonce = await app.page
      .locator('meta[property="csp-nonce"]')
      .evaluate((meta) => (meta as HTMLElement).nonce);
    expect(policies[1]).toContain(`'nonce-${nonce}'`);
    await listen(app);
  });

  it('is told to lock when the screen is locked and before sleep', async () => {
    await app.inMain(({ powerMonitor }) => {
      powerMonitor.emit('lock-screen');
      powerMonitor.emit('suspend');
    }, null);
    await expect.poll(async () => (await heard(app)).filter(({ type }) => type === 'lock').length).toBe(2);
  });

  it('learns where a dropped file lies', async () => {
    const file = join(folder, 'dropped.wav');
    writeFileSync(file, 'sound');
    await app.page.evaluate(() => {
      document.body.style.minHeight = '100vh';
      const stop = (event: DragEvent) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        const [dropped] = event.dataTransfer?.files ?? [];
        if (event.type === 'drop' && dropped)
          Object.assign(window, { dropped: window.withheld.pathOf(dropped) });
      };
      addEventListener('dragover', stop, true);
      addEventListener('drop', stop, true);
    });
    await app.drop([file]);
    const dropped = () => app.page.evaluate(() => (window as unknown as { dropped?: string }).dropped);
    await expect.poll(dropped).toBe(file);
  });

  it('answers what only a window can do', async () => {
    const file = join(folder, 'recording.mp4');
    await app.answerDialog('open', file);
    await app.answerDialog('save', null);
    await app.answerDialog('open', folder);
    await app.answerDialog('open', [file, folder]);
    const results = [
      await call(app, 'window.chooseFile', { kind: 'recording' }),
      await call(app, 'window.chooseNew', { name: 'Market/square: May' }),
      await call(app, 'window.chooseFolder', {}),
    ];
    expect(results).toMatchObject([file, null, folder].map((path) => ({ ok: true, result: { path } })));
    const several = await call(app, 'window.chooseRecordings', {});
    expect(several).toMatchObject({ ok: true, result: { paths: [file, folder] } });
    const asked = await app.askedDialogs();
    // Windows keeps a list of what was opened unless told not to.
    for (const { options } of asked)
      expect(options).toMatchObject({ properties: expect.arrayContaining(['dontAddToRecent']) as unknown });
    expect(asked[1]?.options).toMatchObject({ defaultPath: 'Market square May.withheld' });
    expect(await call(app, 'window.copy', { text: '(DELETED)' })).toMatchObject({ ok: true });
    expect(await app.inMain(({ clipboard }) => clipboard.readText(), null)).toBe('(DELETED)');
  });

  // The page acts on what it hears, and may ask for a file. The steps after this must not mind.
  it('hears every action of the menus', async () => {
    for (const action of menuActionSchema.options) await app.menu(action);
    await untilHeard(app, 'menu');
    const actions = (await heard(app)).filter(({ type }) => type === 'menu');
    expect(actions).toEqual(menuActionSchema.options.map((action) => ({ type: 'menu', action })));
  });

  it('opens the file of a second start, which ends', async () => {
    const file = join(folder, 'square.withheld');
    expect(await launchSecond(app.userData, [file])).toBe(0);
    await untilHeard(app, 'openFile');
    expect(await heard(app)).toContainEqual({ type: 'openFile', path: file });
    expect(app.ended).toBe(false);
  });

  it('ends when it is closed and nothing runs', async () => {
    await app.pressClose();
    await app.exited;
    expect(app.ended).toBe(true);
  });
});

describe('a window that was closed', () => {
  let app: DesktopApp;
  afterEach(() => app.close());

  it('comes back with its settings, and knows of no interview', async () => {
    const userData = mkdtempSync(join(folder, 'data-'));
    app = await launchApp({ userData });
    await call(app, 'settings.set', { theme: 'dark', lockAfter: 3 });
    await app.close();
    app = await launchApp({ userData, args: [join(folder, 'early.withheld')] });
    expect(await call(app, 'settings.get', {})).toMatchObject({
      result: { theme: 'dark', lockAfter: 3, language: 'auto' },
    });
    const settings = join(userData, 'settings.json');
    if (process.platform !== 'win32') expect(statSync(settings).mode & 0o077).toBe(0);
    expect(Object.keys(JSON.parse(readFileSync(settings, 'utf8')) as object).sort()).toEqual([
      'ask',
      'keys',
      'language',
      'locale',
      'lockAfter',
      'model',
      'namesModel',
      'theme',
      'voiceModel',
    ]);
    for (const name of readdirSync(userData, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      expect(readFileSync(join(name.parentPath, name.name)).includes('early.withheld'), name.name).toBe(
        false,
      );
    }
  });

  it('plays from the project, asks first while something runs, and keeps what is finished', async () => {
    app = await launchApp();
    await listen(app);
    const path = join(folder, 'busy.withheld');
    const passphrase = 'a tram behind the market';
    const created = await call(app, 'project.create', { path, passphrase, media: DEMO });
    expect(created).toMatchObject({ ok: true });
    const { project } = (created as { result: { project: string } }).result;
    expect(await call(app, 'playback.prepare', { project })).toMatchObject({ ok: true });
    const ranged = await app.page.evaluate(async (name) => {
      const origin = document.querySelector<HTMLMetaElement>('meta[name="media-origin"]')?.content ?? '';
      const response = await fetch(`${origin}/${name}`, { headers: { range: 'bytes=4-7' } });
      return { status: response.status, text: await response.text() };
    }, project);
    // Every MP4 begins with this, behind the length of its first box.
    expect(ranged).toEqual({ status: 206, text: 'ftyp' });
    await app.page.evaluate(
      (params) => void window.withheld.call({ id: 'long', method: 'transcribe.run', params }),
      { project, model: 'demo' },
    );
    await app.page.waitForFunction(() =>
      (window as unknown as { heard: { type: string; id?: string }[] }).heard.some(
        ({ type, id }) => type === 'progress' && id === 'long',
      ),
    );
    await app.answerDialog('message', 0);
    await app.pressClose();
    await expect.poll(async () => (await app.askedDialogs()).length).toBe(1);
    expect(await call(app, 'settings.get', {})).toMatchObject({ ok: true });
    const pressed = performance.now();
    await app.answerDialog('message', 1);
    await app.pressClose();
    await app.exited;
    await expectWithin(5000, performance.now() - pressed);

    app = await launchApp();
    expect(await call(app, 'project.open', { path, passphrase })).toMatchObject({ ok: true });
  });
});
