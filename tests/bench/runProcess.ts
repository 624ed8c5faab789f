import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

export interface Run {
  /** Wall time of the whole process. */
  seconds: number;
  /** Wall time until `until` appears on stderr. */
  secondsUntil?: number;
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
    const look = setInterval(() => {
      if (child.pid === undefined) return;
      const own = peakMemory(child.pid);
      memory.own = Math.max(memory.own, own);
      memory.total = Math.max(memory.total, own + sum(descendants(child.pid).map(peakMemory)));
    }, LOOK_INTERVAL);

    let stdout = '';
    let stderr = '';
    let secondsUntil: number | undefined;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-4000);
      if (secondsUntil === undefined && until?.test(stderr)) secondsUntil = elapsed();
    });
    child.once('error', reject).once('close', (code) => {
      clearInterval(look);
      const seconds = elapsed();
      if (code !== 0) reject(new Error(`${command} ended with ${code ?? 'a signal'}:\n${stderr}`));
      else resolve({ seconds, ...(secondsUntil !== undefined && { secondsUntil }), memory, stdout });
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

/** Reads a file of a process, which may end meanwhile. */
function read<T>(path: string, how: (path: string) => T[]): T[] {
  try {
    return how(path);
  } catch {
    return [];
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
