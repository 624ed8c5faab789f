import type { FileHandle } from 'node:fs/promises';
import type { Check } from '../../../shared/contract/api';
import { withFile } from '../fileBytes';
import { ask } from './ask';
import { mp3Problems } from './container/mp3Problems';
import { mp4Problems } from './container/mp4Problems';
import { oggProblems } from './container/oggProblems';
import { wavProblems } from './container/wavProblems';
import type { MediaFormat } from './exportedFormat';

const PROBLEMS: Record<MediaFormat, (file: FileHandle) => Promise<string[]>> = {
  mp4: mp4Problems,
  m4a: mp4Problems,
  wav: wavProblems,
  mp3: mp3Problems,
  opus: oggProblems,
};

/** The file is made of the parts that such a file needs, byte for byte, so that nothing else can be in it. */
export function checkContainer(path: string, file: string, format: MediaFormat): Promise<Check> {
  return ask('nothing but the recording in the file', file, 'Every byte belongs to the recording.', () =>
    withFile(path, 'r', PROBLEMS[format]),
  );
}
