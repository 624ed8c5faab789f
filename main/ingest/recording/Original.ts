import { joinedInput } from './joinedInput';
import { untrustedInput } from '../../media/untrustedInput';

/** A recording to import: one file, or the pieces in which a camera wrote it, in order. */
export interface Original {
  files: readonly [string, ...string[]];
  /** ffmpeg's options to read the first file. */
  options: readonly string[];
  /** True if what is there is used though the end is missing. */
  incomplete: boolean;
}

/** Returns ffmpeg's arguments to read it, and what to write to its stdin. */
export function inputOf({ files, options }: Original): { args: string[]; stdin: string } {
  const [file, ...more] = files;
  return more.length === 0 ? { args: [...options, ...untrustedInput(file)], stdin: '' } : joinedInput(files);
}
