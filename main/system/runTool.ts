import { spawn, type ChildProcess } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { toolPath, type Tool } from './toolPath';

/** Characters of a tool's last words that are kept: enough for the reason, not for a flood. */
const STDERR_TAIL_CHARACTERS = 8192;

export interface RunningTool {
  /** Pipes of the tool: 0 is written, 1 is read, and those that `pipes` asked for are read or written. */
  stdin: Writable;
  stdout: Readable;
  pipe(fd: number): Readable & Writable;
  child: ChildProcess;
  /**
   * Settles when the process is gone and its pipes are closed.
   * @throws {AppError} `CANCELLED` when the signal ended it.
   */
  done: Promise<ToolEnd>;
}

export interface ToolEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** The end of its stderr. It is never shown to people as it is, since it may quote file names. */
  stderr: string;
}

export interface RunOptions {
  signal?: AbortSignal | undefined;
  /** Extra pipes, as file descriptors 3 and up, beside stdin, stdout and stderr. */
  pipes?: number;
  env?: NodeJS.ProcessEnv;
}

/** Variables that no tool gets: the project's passphrase, and one that makes ffmpeg keep a log with names of files. */
const NOT_FOR_TOOLS: readonly string[] = ['WITHHELD_PASSPHRASE', 'FFREPORT'];

/**
 * Variables by which glibc's `malloc` keeps up to 64 MiB of freed memory for the next use (mallopt(3)). ffmpeg takes and frees
 * the memory of each fragment of a picture, and otherwise the kernel would clear all of it anew each time, which takes
 * more time than the copying. Other C libraries know nothing of them.
 */
const KEPT_MEMORY = { MALLOC_TRIM_THRESHOLD_: `${64 << 20}`, MALLOC_MMAP_THRESHOLD_: `${32 << 20}` };

/** Leaves these variables out in any case, since systems differ in whether the case of such names matters. */
const environment = (all: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...KEPT_MEMORY,
  ...Object.fromEntries(Object.entries(all).filter(([name]) => !NOT_FOR_TOOLS.includes(name.toUpperCase()))),
});

/**
 * Starts a tool with an argument list (never a shell line). The signal kills it at once.
 * @throws {AppError} `TOOL_MISSING` when it cannot be found or started.
 */
export function runTool(tool: Tool, args: readonly string[], options: RunOptions = {}): RunningTool {
  const { signal } = options;
  if (signal?.aborted) throw cancelled();
  const extra = Array.from({ length: options.pipes ?? 0 }, () => 'pipe' as const);
  const child = spawn(toolPath(tool), [...args], {
    stdio: ['pipe', 'pipe', 'pipe', ...extra],
    windowsHide: true,
    env: environment(options.env ?? process.env),
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_TAIL_CHARACTERS);
  });
  // A tool that ends early closes its pipe; its exit code says why, the broken pipe says nothing.
  for (const stream of child.stdio) stream?.on('error', () => undefined);
  const kill = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });

  const done = new Promise<ToolEnd>((resolve, reject) => {
    child.once('error', (cause) => {
      reject(
        new AppError(
          'TOOL_FAILED',
          t('{tool} could not be started.', { tool }),
          t('Check that it is installed and may be run.'),
          { cause },
        ),
      );
    });
    child.once('close', (code, killedBy) => {
      if (signal?.aborted) reject(cancelled());
      else resolve({ code, signal: killedBy, stderr });
    });
  }).finally(() => signal?.removeEventListener('abort', kill));
  // A reader of the pipes may fail before `done` is awaited; an unawaited `done` must not bring the program down.
  done.catch(() => undefined);

  return {
    child,
    stdin: child.stdio[0],
    stdout: kept(child.stdio[1], child),
    pipe: (fd) => child.stdio[fd] as Readable & Writable,
    done,
  };
}

/**
 * Returns the same bytes in a stream that keeps them: when a child exits, Node throws away what nobody has begun to
 * read. Little is left in the pipe then; it is taken over at once, so that the child's end can be told.
 */
function kept(source: Readable, child: ChildProcess): Readable {
  const target = source.pipe(new PassThrough());
  child.once('exit', () => {
    source.unpipe(target);
    source.on('data', (chunk: Buffer) => !target.destroyed && target.write(chunk));
    source.once('end', () => target.end()).resume();
  });
  return target.once('close', () => source.destroy());
}

export const cancelled = (): AppError =>
  new AppError('CANCELLED', t('The work was cancelled.'), t('Start it again to go on.'));

const CLOSED_PIPE = new Set(['EPIPE', 'ECONNRESET', 'EOF', 'ERR_STREAM_PREMATURE_CLOSE']);

/** True when feeding a tool failed because it closed its end: it had enough, or it failed, as its exit code tells. */
export const isClosedPipe = (error: unknown): boolean =>
  CLOSED_PIPE.has((error as NodeJS.ErrnoException).code ?? '');
