import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knowSpeech } from '../../../main/app/knowSpeech';
import { preparePlayback } from '../../../main/playback/preparePlayback';
import { Vault } from '../../../main/vault/Vault';
import { makeAnew, PASSPHRASE, preparedName } from './openInterview';

/**
 * Makes projects of the demo interview before the tests of the window, which copy them. The one with the recording
 * already knows where somebody speaks and has what is played, as after it was opened for the first time.
 */
export default async function prepareProjects(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'withheld-prepared-'));
  for (const recording of [true, false]) makeAnew(folder, preparedName(recording), recording);
  const vault = await Vault.open(join(folder, preparedName(true)), PASSPHRASE);
  const context = { signal: new AbortController().signal, onProgress: () => undefined };
  await knowSpeech(vault, context);
  await preparePlayback(vault, context);
  vault.close();
  process.env.PREPARED_PROJECTS = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
