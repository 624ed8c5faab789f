import type { Locator, Page } from 'playwright-core';

/** Most presses of Tab on the way to something. */
const FARTHEST_PRESSES = 80;

/**
 * Returns a keyboard that counts what a person presses: each key once, and what is typed into a field as one. The mouse
 * is not there.
 * @param page returns the page of the app that runs now.
 */
export function keyboardOf(page: () => Page) {
  let count = 0;
  const isFocused = (wanted: Locator) =>
    wanted.evaluate((element) => element.contains(document.activeElement));
  const press = (key: string) => {
    count++;
    return page().keyboard.press(key);
  };
  return {
    /** Returns how many keys were pressed since the last call. */
    counted: () => {
      const counted = count;
      count = 0;
      return counted;
    },
    press,
    type: (text: string) => {
      count++;
      return page().keyboard.type(text);
    },
    /** Presses Tab until something has the keyboard. */
    reach: async (wanted: Locator) => {
      await wanted.waitFor();
      for (let i = 0; i < FARTHEST_PRESSES; i++) {
        if (await isFocused(wanted)) return;
        await press('Tab');
      }
      throw new Error(`nothing is reached with ${FARTHEST_PRESSES} times Tab`);
    },
  };
}
