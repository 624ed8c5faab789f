import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Milliseconds in which a Node process starts and ends on an idle machine of the kind that the limits are meant for. */
const IDLE = 60;
const TRIES = 3;

/**
 * How long something may take here and now that may take so long on an idle machine: it measures how much slower this
 * machine starts a process at this moment, since others run beside the tests.
 * @param milliseconds on an idle machine.
 */
export async function patience(milliseconds: number): Promise<number> {
  let slowest = 0;
  for (let i = 0; i < TRIES; i++) {
    const start = performance.now();
    await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
    slowest = Math.max(slowest, performance.now() - start);
  }
  return milliseconds * Math.max(1, slowest / IDLE);
}
