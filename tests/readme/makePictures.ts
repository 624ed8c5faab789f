/**
 * `npm run readme:pictures` makes the pictures of README.md in each language of the app. It marks, exports and verifies
 * the demo interview for them. They lie in `resources/readme`, small and in few colours.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appRoot } from '../../main/system/appRoot';
import { LOCALES, type Locale } from '../../shared/messages/messages';
import { launchApp } from '../e2e/desktop/host';
import { makeAnew, PASSPHRASE } from '../e2e/desktop/openInterview';
import { windowOf } from '../e2e/desktop/windowOf';
import { bundleShim } from '../electron-shim/bundle.mjs';

const ROOT = appRoot();
const PICTURES = join(ROOT, 'resources', 'readme');
/** The window of a small notebook. */
const WINDOW = { width: 1280, height: 773 };
/** Enough colours for letters and for the few colours of the app, with half the bytes of 256. */
const COLOURS = 64;
const NAME = 'Market square';

const folder = mkdtempSync(join(tmpdir(), 'withheld-readme-'));
const MADE = 'made.withheld';
const models = join(folder, 'models');

/** Returns the function that gives the window's text in a language. */
function textsIn(locale: Locale): (text: string) => string {
  if (locale === 'en') return (text) => text;
  const catalogue = JSON.parse(
    readFileSync(join(ROOT, 'resources', 'messages', `${locale}.json`), 'utf8'),
  ) as Record<string, string>;
  return (text) => catalogue[text] ?? text;
}

function shrink(from: string, to: string): void {
  const few = `split[a][b];[a]palettegen=max_colors=${COLOURS}:stats_mode=full[p];[b][p]paletteuse=dither=none`;
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', from, '-vf', few, '-compression_level', '100', to]);
}

async function makeIn(locale: Locale): Promise<void> {
  const own = join(folder, locale);
  mkdirSync(own);
  const project = join(own, `${NAME}.withheld`);
  copyFileSync(join(folder, MADE), project);
  const app = await launchApp({
    args: [project],
    env: { WITHHELD_LANGUAGE: locale, WITHHELD_MODELS: models },
  });
  const { page } = app;
  const text = textsIn(locale);
  const { button, press } = windowOf(() => page);
  const keep = async (name: string) => {
    const whole = join(own, `${name}.png`);
    await page.screenshot({ path: whole });
    shrink(whole, join(PICTURES, `${name}-${locale}.png`));
  };
  try {
    await page.setViewportSize(WINDOW);
    await page.getByLabel(text('Passphrase')).fill(PASSPHRASE);
    await press('Enter');
    const transcript = page.getByRole('textbox', { name: text('Transcript') });
    await button(text('Play')).waitFor();
    await transcript.locator('.suggested').first().waitFor();
    const bars = transcript.locator('.withheld');
    // A click on a word also plays it.
    for (const word of ['Viktor Rakhimov', 'Bolat Mambetov', 'Taraz']) {
      const before = await bars.count();
      await transcript.locator('.suggested', { hasText: word }).first().click();
      await press('Control+Enter');
      await bars.nth(before).waitFor();
    }
    await bars.first().click();
    await page.getByLabel(text('Description for readers')).fill('a town in the south');
    await press('Enter');
    await page.getByText(text('finding edges')).waitFor({ state: 'detached' });
    await button(text('Play')).waitFor();
    await page.getByText(text('saved'), { exact: true }).waitFor();
    await keep('transcript');

    await page.getByRole('tab', { name: text('Review') }).click();
    await button(text('Withhold everything…')).click();
    await page.getByRole('dialog').locator('.button.primary').click();
    await page.getByRole('tab', { name: text('Export') }).click();
    await page.locator('#listener').selectOption('voices');
    await app.answerDialog('open', join(own, 'published'));
    await button(text('Export and verify')).click();
    const asked = page.getByRole('alertdialog').getByRole('button', { name: text('Export anyway') });
    const verdict = page.locator('.verdict').first();
    await verdict.or(asked).first().waitFor();
    if (await asked.isVisible()) await asked.click();
    await verdict.waitFor();
    // Everything that was found is in sight, but not the folder of this machine.
    await page.locator('.verdicts').evaluate((it) => it.scrollIntoView({ block: 'end' }));
    await keep('export');
  } finally {
    await app.close();
  }
}

async function make(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await bundleShim(ROOT);
  mkdirSync(models);
  // Under another name it may listen to what was exported, since no other model here knows these voices.
  copyFileSync(join(ROOT, 'resources', 'demo', 'ggml-demo.en.bin'), join(models, 'ggml-voices.bin'));
  makeAnew(folder, MADE, true);
  for (const locale of LOCALES) await makeIn(locale);
}

make()
  .finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  .then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
