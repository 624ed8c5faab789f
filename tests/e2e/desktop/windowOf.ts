import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const SCREENSHOTS = join(__dirname, '..', '..', '..', 'build', 'screenshots');

/**
 * Returns the parts of the window that every test of it reaches for. They are found by what stands there, as a person
 * finds them, and not by how they are made.
 * @param page returns the page of the app that runs now, since tests start several one after another.
 */
export const windowOf = (page: () => Page) => ({
  button: (name: string | RegExp) => page().getByRole('button', { name, exact: true }),
  heading: (name: string) => page().getByRole('heading', { name, exact: true }),
  transcript: () => page().getByRole('textbox', { name: 'Transcript' }),
  passphrase: () => page().getByLabel('Passphrase'),
  /** Exports, also when something is not decided yet and is asked about first. */
  exportNow: async () => {
    await page().getByRole('button', { name: 'Export and verify' }).click();
    const asked = page().getByRole('alertdialog');
    if (await asked.isVisible()) await asked.getByRole('button', { name: 'Export anyway' }).click();
  },
  /** Changes to a tab. */
  tab: (name: string) => page().getByRole('tab', { name }).click(),
  press: (key: string) => page().keyboard.press(key),
  /** Waits until a text is there. */
  shows: (text: string | RegExp) => page().getByText(text).first().waitFor(),
  /** Keeps a screenshot for people who look through them. */
  screenshot: (name: string) => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    return page().screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  },
});
