import { resolve } from 'node:path';

/** Returns the project file named on a command line, as a full path; null when there is none. */
export function projectFileIn(args: readonly string[], folder: string): string | null {
  const file = args.slice(1).find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.withheld'));
  return file === undefined ? null : resolve(folder, file);
}
