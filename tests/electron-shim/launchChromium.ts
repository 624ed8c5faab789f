import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Cdp } from './Cdp';

export interface Chromium {
  cdp: Cdp;
  process: ChildProcess;
  /** The folder of the browser's profile. `DevToolsActivePort` in it says where others may join. */
  profile: string;
  kill: () => void;
}

/** Features that are turned off. The last two are pages of an address bar, which this window lacks but would load. */
const UNNEEDED = [
  ...['Translate', 'MediaRouter', 'OptimizationHints', 'DialMediaRouteProvider'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
];

/** Starts Debian's Chromium with one empty window, a profile that is removed at the end, and the app's own switches. */
export function launchChromium(
  switches: readonly string[],
  headless: boolean,
  size: [number, number],
): Chromium {
  const profile = mkdtempSync(join(tmpdir(), 'withheld-window-'));
  const args = [
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--disk-cache-dir=/dev/null',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--use-mock-keychain',
    '--autoplay-policy=no-user-gesture-required',
    `--disable-features=${UNNEEDED.join(',')}`,
    '--disable-extensions',
    '--disable-default-apps',
    ...(headless ? ['--headless=new', '--hide-scrollbars', '--mute-audio'] : []),
    // Chromium's sandbox refuses root, and containers often know no other user.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    `--window-size=${size.join(',')}`,
    ...switches,
    // For `about:blank` it makes no window without tabs, and loads a page of its own instead.
    '--app=data:text/html,',
  ];
  const browser = spawn(process.env.WITHHELD_CHROMIUM ?? 'chromium', args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A process group of its own lets all of it be ended at once.
    detached: true,
  });
  const [, , , input, output] = browser.stdio;
  let killed = false;
  const kill = () => {
    if (killed) return;
    killed = true;
    try {
      if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
    } catch {
      // The browser has ended already.
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  process.on('exit', kill);
  return { cdp: new Cdp(input as Writable, output as unknown as Readable), process: browser, profile, kill };
}
