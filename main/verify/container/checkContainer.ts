import type { FileHandle } from 'node:fs/promises';
import { t } from '../../../shared/messages/messages';
import type { Check } from '../../../shared/model/check';
import { withFile } from '../../system/fileBytes';
import type { Say } from '../../published/SpokenCheck';
import type { ExportedFile } from '../ExportedFile';
import { runCheck } from '../runCheck';
import { readBytes } from '../Unreadable';
import { mp3Problems } from './mp3Problems';
import { mp4Problems } from './mp4Problems';
import { oggProblems } from './oggProblems';
import { wavProblems } from './wavProblems';
import type { MediaFormat } from './exportedFormat';

const PROBLEMS: Record<MediaFormat, (file: FileHandle) => Promise<Say[]>> = {
  mp4: mp4Problems,
  m4a: mp4Problems,
  wav: wavProblems,
  mp3: mp3Problems,
  opus: oggProblems,
};

/** Checks, byte for byte, that a file has only the parts that its format needs, so that nothing else can be in it. */
export const checkContainer = (file: ExportedFile, format: MediaFormat): Promise<Check> =>
  runCheck(
    'nothing but the recording in the file',
    file.name,
    () => t('Every byte belongs to the recording.'),
    () => readBytes(() => withFile(file.path, 'r', PROBLEMS[format])),
  );
