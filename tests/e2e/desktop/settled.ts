import type { DesktopApp } from './host';

/**
 * Waits until the page has taken in all that was sent to it before, and has drawn the result. An answer to a new call
 * cannot overtake what was sent before.
 */
export const settled = ({ page }: DesktopApp): Promise<void> =>
  page.evaluate(async () => {
    await window.withheld.call({ id: 'settled', method: 'settings.get', params: {} });
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
