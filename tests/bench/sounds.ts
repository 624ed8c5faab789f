import { join } from 'node:path';
import { appRoot } from '../../main/system/appRoot';
import { toolPath } from '../../main/system/toolPath';
import { runProcess, type Run } from './runProcess';

/** Two minutes of synthetic speech, picture and sound. */
export const INTERVIEW = join(appRoot(), 'resources', 'demo', 'interview.mp4');

export const ffmpeg = (args: readonly string[]): Promise<Run> =>
  runProcess(toolPath('ffmpeg'), ['-nostdin', '-v', 'error', '-y', ...args]);
