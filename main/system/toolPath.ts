import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { appRoot } from './appRoot';

export type Tool = 'ffmpeg' | 'ffprobe' | 'transcriber';

const EXE = process.platform === 'win32' ? '.exe' : '';
const ENVIRONMENT: Record<Tool, string> = {
  ffmpeg: 'WITHHELD_FFMPEG',
  ffprobe: 'WITHHELD_FFPROBE',
  transcriber: 'WITHHELD_TRANSCRIBER',
};

/**
 * Finds the program to run for a tool, in this order: environment, bundled, `PATH`.
 * @throws {AppError} `TOOL_MISSING` or `TRANSCRIBER_MISSING` when it is nowhere, or when the one set by hand cannot be
 * run: falling back to another program than the one a person named would surprise them.
 */
export function toolPath(tool: Tool): string {
  const named = process.env[ENVIRONMENT[tool]];
  if (named) {
    if (isExecutable(named)) return named;
    throw new AppError(
      tool === 'transcriber' ? 'TRANSCRIBER_MISSING' : 'TOOL_MISSING',
      t('The program set for {tool} cannot be run.', { tool }),
      t('Correct or remove the setting ({setting}) and try again.', { setting: ENVIRONMENT[tool] }),
    );
  }
  const found = [...bundled(tool), ...onPath(tool)].find(isExecutable);
  if (found) return found;
  if (tool === 'transcriber') {
    throw new AppError(
      'TRANSCRIBER_MISSING',
      t('The transcriber is not built.'),
      t('Install Withheld again; in a folder of its sources, run `npm run setup`.'),
    );
  }
  throw new AppError(
    'TOOL_MISSING',
    t('{tool} was not found on this machine.', { tool }),
    t("Install ffmpeg (on Debian: apt-get install ffmpeg), or set {setting} to the program's path.", {
      setting: ENVIRONMENT[tool],
    }),
  );
}

function bundled(tool: Tool): string[] {
  const places: string[] = [];
  // Electron sets this in a packaged app; all programs that come with the app lie there.
  const { resourcesPath } = process as { resourcesPath?: string };
  if (resourcesPath) places.push(join(resourcesPath, 'bin', tool + EXE));
  if (tool === 'transcriber')
    places.push(join(appRoot(), 'build', 'native', 'bin', `withheld-transcriber${EXE}`));
  if (tool === 'ffmpeg') places.push(...ffmpegStatic());
  return places;
}

/** Finds the optional `ffmpeg-static`: it downloads its binary when installed, which not every network allows. */
function ffmpegStatic(): string[] {
  try {
    const path: unknown = createRequire(__filename)('ffmpeg-static');
    return typeof path === 'string' ? [path] : [];
  } catch {
    return [];
  }
}

function onPath(tool: Tool): string[] {
  if (tool === 'transcriber') return [];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, tool + EXE));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
