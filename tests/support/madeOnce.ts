import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two looks whether another process has made it. */
const LOOK_EVERY = 50;

/** Runs before the tests, and makes the folder in which they leave what they share. */
export default function shareFolder(): (() => void) | undefined {
  // Every Vitest project of the suite calls this.
  if (process.env.MADE_ONCE !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'withheld-shared-'));
  process.env.MADE_ONCE = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Makes a folder of files once in a run of the suite, by the first process that asks for it. Others wait for that.
 * Nobody may change what is in it.
 * @returns the folder.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const shared = process.env.MADE_ONCE;
  if (shared === undefined) throw new Error('the tests share no folder');
  const [made, begun, failed] = ['', '.begun', '.failed'].map((ending) =>
    join(shared, `${name}${ending}`),
  ) as [string, string, string];
  if (await exists(made)) return made;
  const isFirst = await mkdir(begun).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    try {
      await make(begun);
      await rename(begun, made);
    } catch (error) {
      await writeFile(failed, '');
      throw error;
    }
  }
  while (!(await exists(made))) {
    if (await exists(failed)) throw new Error(`${name} could not be made`);
    await setTimeout(LOOK_EVERY);
  }
  return made;
}
