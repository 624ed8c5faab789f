import { join } from 'node:path';
import { appRoot } from '../../main/system/appRoot';
import { toolPath } from '../../main/system/toolPath';
import { runProcess, type Run } from './runProcess';

/** Two minutes of synthetic speech, picture and sound. */
export const INTERVIEW = join(appRoot(), 'resources', 'demo', 'interview.mp4');

export const ffmpeg = (args: readonly string[]): Promise<Run> =>
  runProcess(toolPath('ffmpeg'), ['-nostdin', '-v', 'error', '-y', ...args]);

/** Repeats the demo's speech, in the form that recognisers take. */
export const makeSpeech = (path: string, seconds: number): Promise<Run> =>
  // prettier-ignore
  ffmpeg([
    '-stream_loop', '-1', '-i', INTERVIEW, '-t', String(seconds), '-map', '0:a', '-ac', '1', '-ar', '16000', path,
  ]);
