import { afterEach, describe, expect, it } from 'vitest';
import { launchApp, type DesktopApp } from './host';

let app: DesktopApp;
afterEach(() => app.close());

describe('the window', () => {
  it('opens, shows the page and answers it', async () => {
    app = await launchApp();
    expect(await app.page.title()).toBe('Withheld');
    const envelope = await app.page.evaluate(() =>
      window.withheld.call({ id: '1', method: 'settings.get', params: {} }),
    );
    expect(envelope).toMatchObject({ id: '1', ok: true, result: { theme: 'system' } });
  });
});
