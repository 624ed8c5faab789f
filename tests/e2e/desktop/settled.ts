import type { DesktopApp } from './host';

/**
 * Waits until the page has taken in all that was sent to it before, which what is sent in answer cannot overtake, and has
 * drawn what comes of it.
 */
export const settled = ({ page }: DesktopApp): Promise<void> =>
  page.evaluate(async () => {
    await window.withheld.call({ id: 'settled', method: 'settings.get', params: {} });
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
