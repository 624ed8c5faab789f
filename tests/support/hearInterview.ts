import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../../shared/contract/envelope';
import { hearSpeechIfPossible } from '../../main/app/knowSpeech';
import { importMedia } from '../../main/ingest/recording/importMedia';
import { transcribe } from '../../main/transcribe/transcribe';
import { Vault } from '../../main/vault/Vault';
import { madeOnce } from './madeOnce';
import { CALL_VIDEO, INTERVIEWS } from './speech';

const PASSPHRASE = 'a passphrase for tests';

/** The recordings of interviews, and the beams with which they are heard. */
const HEARD = {
  'short-40s': { recording: join(INTERVIEWS, 'short-40s.flac'), beam: 5 },
  'phone-call-2min': { recording: CALL_VIDEO, beam: 5 },
  'trial-5min': { recording: join(INTERVIEWS, 'trial-5min.opus'), beam: 1 },
};
export type HeardInterview = keyof typeof HEARD;

/**
 * Has the demo's model transcribe an interview, once in a run of the suite.
 * @param path where a project of one's own is put.
 * @returns the project, and the progress that was told.
 */
export async function hearInterview(
  name: HeardInterview,
  path: string,
): Promise<{ vault: Vault; progress: Progress[] }> {
  const heard = await madeOnce(`heard-${name}`, async (folder) => {
    const { recording, beam } = HEARD[name];
    const vault = await Vault.create(join(folder, 'project.withheld'), PASSPHRASE);
    await importMedia(vault, recording);
    const told: Progress[] = [];
    await transcribe(vault, {
      ...{ model: 'demo', beam, threads: 2, hearSpeech: hearSpeechIfPossible },
      onProgress: (step) => told.push(step),
    });
    vault.close();
    await writeFile(join(folder, 'progress.json'), JSON.stringify(told));
  });
  await copyFile(join(heard, 'project.withheld'), path);
  const progress = JSON.parse(await readFile(join(heard, 'progress.json'), 'utf8')) as Progress[];
  return { vault: await Vault.open(path, PASSPHRASE), progress };
}
