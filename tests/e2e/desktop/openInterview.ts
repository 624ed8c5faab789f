import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp, type DesktopApp } from './host';

const ROOT = join(__dirname, '..', '..', '..');
const DEMO = join(ROOT, 'resources', 'demo', 'interview.mp4');
const TRUTH = join(ROOT, 'tests', 'fixtures', 'interviews', 'phone-call-2min.truth.json');
export const PASSPHRASE = 'correct horse battery staple';

interface Truth {
  language: string;
  words: { text: string; start: number; end: number; speaker: string }[];
}

/** What a project that was made before the tests is called. */
export const preparedName = (recording: boolean): string =>
  recording ? 'Recorded.withheld' : 'Text.withheld';

/**
 * A project of the demo recording with what is said in it, without hearing it first; or without the recording.
 * @param opened what opening it for the first time makes is in it.
 */
export function makeProject(folder: string, { recording = true, opened = true } = {}): string {
  const name = 'Market square.withheld';
  const prepared = process.env.PREPARED_PROJECTS;
  if (prepared === undefined || !opened) return makeAnew(folder, name, recording);
  const project = join(folder, name);
  copyFileSync(join(prepared, preparedName(recording)), project);
  return project;
}

/** The same, made by the command line. */
export function makeAnew(folder: string, name: string, recording: boolean): string {
  const { language, words } = JSON.parse(readFileSync(TRUTH, 'utf8')) as Truth;
  const transcript = join(folder, 'transcript.json');
  const project = join(folder, name);
  const said = words.map(({ text, start, end, speaker }) => ({ text, start, end, speaker }));
  writeFileSync(transcript, JSON.stringify({ language, words: said }));
  execFileSync(
    process.execPath,
    [
      ...[join(ROOT, 'dist', 'cli.js'), 'new', project, '--transcript', transcript],
      ...(recording ? ['--media', DEMO] : []),
    ],
    { env: { ...process.env, WITHHELD_PASSPHRASE: PASSPHRASE }, stdio: 'pipe' },
  );
  return project;
}

/** Starts the app with a project file, as a double click on it does, and types its passphrase. */
export async function openInterview(project: string, env: Record<string, string> = {}): Promise<DesktopApp> {
  const app = await launchApp({ args: [project], env });
  await unlock(app);
  return app;
}

export async function unlock({ page }: DesktopApp): Promise<void> {
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('textbox', { name: 'Transcript' }).waitFor();
}
