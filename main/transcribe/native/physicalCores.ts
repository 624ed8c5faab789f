import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/**
 * Counts the processor cores that this program may use. Threads of one core count once, since two recogniser threads on
 * one core only wait for each other.
 */
export function physicalCores(): number {
  return Math.max(1, Math.min(cores(), availableParallelism()));
}

function cores(): number {
  try {
    if (process.platform === 'linux') return coresOfCpuinfo(readFileSync('/proc/cpuinfo', 'utf8'));
    if (process.platform === 'darwin') {
      return Number(execFileSync('/usr/sbin/sysctl', ['-n', 'hw.physicalcpu'], { encoding: 'utf8' }));
    }
  } catch {
    // If the system cannot be asked, the number is guessed below.
  }
  // Desktop processors of our time mostly have two threads a core.
  return Math.ceil(availableParallelism() / 2);
}

/** Counts the pairs of socket and core in Linux's `/proc/cpuinfo`; machines that name none (ARM) have no twins. */
export function coresOfCpuinfo(text: string): number {
  const processors = text.split('\n\n').filter((block) => /^processor\s*:/m.test(block));
  const field = (block: string, name: string) => new RegExp(`^${name}\\s*: *(\\d+)`, 'm').exec(block)?.[1];
  const distinct = new Set(
    processors.map((block, i) => {
      const core = field(block, 'core id');
      return core === undefined ? `processor ${i}` : `${field(block, 'physical id') ?? 0}/${core}`;
    }),
  );
  return distinct.size;
}
