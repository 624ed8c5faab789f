import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Node's own way loops for ever in a folder that exists but answers
 * `ENOENT` when something is made in it, as some folders of the system do.
 * @returns true when the folder was not there before.
 * @throws the system's error: `EEXIST` when something else is there, `ENOENT`, `EACCES` and the like.
 */
export async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isFolder = async (it: string) => (await stat(it).catch(() => null))?.isDirectory() === true;
    if (code === 'EEXIST' && (await isFolder(path))) return false;
    const above = dirname(path);
    if (code !== 'ENOENT' || above === path || (await isFolder(above))) throw error;
    await makeFolder(above);
    return makeFolder(path);
  }
}
