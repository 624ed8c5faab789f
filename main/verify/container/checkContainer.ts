import type { FileHandle } from 'node:fs/promises';
import type { Check } from '../../../shared/model/check';
import { withFile } from '../../export/container/fileBytes';
import { ask } from '../runCheck';
import { mp3Problems } from './mp3Problems';
import { mp4Problems } from './mp4Problems';
import { oggProblems } from './oggProblems';
import { wavProblems } from './wavProblems';
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
