import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knowSpeech } from '../../../main/app/knowSpeech';
import { preparePlayback } from '../../../main/playback/preparePlayback';
import { Vault } from '../../../main/vault/Vault';
import { makeAnew, PASSPHRASE, preparedName } from './openInterview';

/**
 * Before the tests of the window: projects of the demo interview, which they copy. In the one with the recording it is
 * known where somebody speaks, and what is played is made, as after the first time that it was open.
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
