import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

export interface Run {
  /** Wall time of the whole process. */
  seconds: number;
  /** Wall time until `until` appears on stderr. */
  secondsUntil?: number;
  /** Seconds of processor time of the process and those that it started, to the end and until `until`. 0 without /proc. */
  cpu: number;
  cpuUntil?: number;
  memory: Memory;
  stdout: string;
}

/** Peak resident memory in MiB; zero where there is no /proc. */
export interface Memory {
  own: number;
  /** Memory together with the started processes, for those that live at the same time. */
  total: number;
}

/** Milliseconds between two looks at the memory. The kernel keeps peaks between them (VmHWM). */
const LOOK_INTERVAL = 50;

/**
 * Runs a command to its end and measures it.
 * @throws {Error} when the command fails, with the end of its output.
 */
export function runProcess(
  command: string,
  args: readonly string[],
  { env = {}, until }: { env?: Record<string, string>; until?: RegExp } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const elapsed = () => (performance.now() - start) / 1000;
    const child = spawn(command, [...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    const memory: Memory = { own: 0, total: 0 };
    let cpu = 0;
    const look = () => {
      if (child.pid === undefined) return;
      const below = descendants(child.pid);
      const own = peakMemory(child.pid);
      memory.own = Math.max(memory.own, own);
      memory.total = Math.max(memory.total, own + sum(below.map(peakMemory)));
      // A process that ends between the two readings is counted in neither, so an earlier, larger sum holds.
      cpu = Math.max(cpu, sum([child.pid, ...below].map(cpuSeconds)));
    };
    const looking = setInterval(look, LOOK_INTERVAL);

    let stdout = '';
    let stderr = '';
    let reached: { secondsUntil: number; cpuUntil: number } | undefined;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-4000);
      if (reached || !until?.test(stderr)) return;
      look();
      reached = { secondsUntil: elapsed(), cpuUntil: cpu };
    });
    child.once('error', reject).once('close', (code) => {
      clearInterval(looking);
      const seconds = elapsed();
      if (code !== 0) reject(new Error(`${command} ended with ${code ?? 'a signal'}:\n${stderr}`));
      else resolve({ seconds, cpu, ...reached, memory, stdout });
    });
  });
}

function descendants(pid: number): number[] {
  const children = read(`/proc/${pid}/task`, (folder) =>
    readdirSync(folder).flatMap((thread) =>
      read(`${folder}/${thread}/children`, (file) => readFileSync(file, 'utf8').split(' ').filter(Boolean)),
    ),
  ).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function peakMemory(pid: number): number {
  const status = read(`/proc/${pid}/status`, (file) => [readFileSync(file, 'utf8')]).join('');
  return Number(/^VmHWM:\s*(\d+) kB$/mu.exec(status)?.[1] ?? 0) / 1024;
}

/** Ticks of a processor's time in a second, as Linux counts them for programs. */
const TICKS_PER_SECOND = 100;

/** Returns the seconds of processor time of a process, and of those that it started and that have ended. */
function cpuSeconds(pid: number): number {
  const stat = read(`/proc/${pid}/stat`, (file) => [readFileSync(file, 'utf8')]).join('');
  // The second field is the program's name, in brackets; the twelfth to fifteenth after it are ticks.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 1)
    .trim()
    .split(' ');
  return sum(fields.slice(11, 15).map(Number)) / TICKS_PER_SECOND;
}

/** Reads a file of a process, which may end meanwhile. */
function read<T>(path: string, how: (path: string) => T[]): T[] {
  try {
    return how(path);
  } catch {
    return [];
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
