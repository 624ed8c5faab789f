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

/** Returns the name of a project that is made before the tests. */
export const preparedName = (recording: boolean): string =>
  recording ? 'Recorded.withheld' : 'Text.withheld';

/**
 * Makes a project of the demo recording with its transcript, without hearing it first, or one without the recording.
 * @param opened true to include what opening it for the first time makes.
 */
export function makeProject(folder: string, { recording = true, opened = true } = {}): string {
  const name = 'Market square.withheld';
  const prepared = process.env.PREPARED_PROJECTS;
  if (prepared === undefined || !opened) return makeAnew(folder, name, recording);
  const project = join(folder, name);
  copyFileSync(join(prepared, preparedName(recording)), project);
  return project;
}

/** Makes the same by the command line. */
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
