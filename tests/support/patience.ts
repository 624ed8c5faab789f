import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';

/** Milliseconds in which a Node process starts and ends on an idle machine of the kind that limits are meant for. */
const IDLE = 60;
const TRIES = 3;

/**
 * Returns how long something may take here and now. It measures how much slower this machine starts a process at this
 * moment, since other programs run beside the tests.
 * @param milliseconds that it may take on an idle machine.
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

/**
 * Expects that something was done in time. How slow the machine is only matters, and is measured, where it took longer
 * than on an idle one.
 * @param milliseconds that it may take on an idle machine.
 */
export async function expectWithin(milliseconds: number, took: number | undefined): Promise<void> {
  if (took !== undefined && took < milliseconds) return;
  expect(took).toBeLessThan(await patience(milliseconds));
}
