/**
 * Programs for the tests to start and kill: `node --import tsx vaultChild.ts WHAT PATH PASSPHRASE`.
 * - `execute` carries out commands without end and prints the number of each as soon as it is said to be durable;
 * - `hold` opens the project, prints `open` and keeps it;
 * - `create` makes a project, writing media without end;
 * - `open` opens it once and prints `open`, or the code of the error.
 */
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { AppError } from '../../../../shared/model/errors';
import { Vault } from '../../../../main/vault/Vault';

const [what = '', path = '', passphrase = ''] = process.argv.slice(2);

const programs: Record<string, () => Promise<void>> = {
  async execute() {
    const vault = await Vault.open(path, passphrase);
    for (let id = vault.document.nextId + 1; ; id++) {
      const words = Array.from({ length: 400 }, (_, i) => ({
        id: `w${i}`,
        text: `word${id}`,
        start: null,
        end: null,
      }));
      vault.execute({
        label: 'test',
        steps: [
          { type: 'setTranscript', language: 'en', words, speakers: [], transcription: null },
          { type: 'setNextId', nextId: id },
        ],
      });
      if (!process.stdout.write(`${id}\n`)) await once(process.stdout, 'drain');
      await new Promise(setImmediate);
    }
  },
  async hold() {
    await Vault.open(path, passphrase);
    console.log('open');
    setInterval(() => undefined, 1000);
  },
  async create() {
    await Vault.createWith(path, passphrase, async (vault) => {
      const writer = vault.mediaWriter('sound');
      for (;;) {
        if (!writer.write(randomBytes(1_000_000))) await once(writer, 'drain');
        console.log('written');
      }
    });
  },
  async open() {
    try {
      (await Vault.open(path, passphrase)).close();
      console.log('open');
    } catch (error) {
      console.log(error instanceof AppError ? error.code : error);
    }
  },
};

void programs[what]?.();
