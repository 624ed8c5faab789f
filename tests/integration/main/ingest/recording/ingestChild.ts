/**
 * `node --import tsx ingestChild.ts RECORDING PROJECT` makes a project from a recording, in a process of its own, and
 * prints its length (seconds) and the most memory it held (bytes), or the code of the error.
 */
import { AppError } from '../../../../../shared/model/errors';
import { importMedia } from '../../../../../main/ingest/recording/importMedia';
import { Vault } from '../../../../../main/vault/Vault';

const [recording = '', project = ''] = process.argv.slice(2);

async function main(): Promise<object> {
  const vault = await Vault.createWith(project, 'secret', async (made) => {
    await importMedia(made, recording);
  });
  const { media } = vault.document;
  vault.close();
  return { duration: media?.duration, peak: process.resourceUsage().maxRSS * 1024 };
}

main().then(
  (result) => console.log(JSON.stringify(result)),
  (error: unknown) =>
    console.log(JSON.stringify({ code: error instanceof AppError ? error.code : String(error) })),
);
