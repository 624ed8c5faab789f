import { transcriptEndingOf } from '../../../shared/model/formats';

/** `/a/b/Market.mp4` → `Market.mp4`. */
export const fileNameOf = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;

/** `/a/b/Market.mp4` → `Market`. */
export const withoutEnding = (path: string): string => fileNameOf(path).replace(/(?<=.)\.[^.]+$/u, '');

export const isTranscript = (path: string): boolean => transcriptEndingOf(path) !== null;

/**
 * Returns the project files in a folder, named after their recordings. If names are the same, later ones get a number.
 */
export function projectFilesIn(folder: string, recordings: readonly string[]): string[] {
  const separator = folder.includes('\\') ? '\\' : '/';
  const taken = new Set<string>();
  return recordings.map((recording) => {
    const name = withoutEnding(recording);
    let free = name;
    // The file systems of Windows and macOS do not tell capitals from small letters.
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name} ${n}`;
    taken.add(free.toLowerCase());
    return `${folder.replace(/[\\/]$/u, '')}${separator}${free}.withheld`;
  });
}
