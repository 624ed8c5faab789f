import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { readInput } from '../system/readInput';

/**
 * Returns the passphrase from `--passphrase-file` (its first line), else from `WITHHELD_PASSPHRASE`. Otherwise asks for
 * it on the terminal without showing it, twice when `isNew`.
 * @throws {AppError} `PASSPHRASE_MISSING` when there is none and nobody to ask.
 */
export async function readPassphrase(file: string | undefined, isNew: boolean): Promise<string> {
  if (file !== undefined) {
    const [line = ''] = (await readInput(file)).toString('utf8').split(/\r?\n/u);
    return notEmpty(line);
  }
  const { WITHHELD_PASSPHRASE: given } = process.env;
  if (given !== undefined) return notEmpty(given);
  if (!process.stdin.isTTY) throw missing();
  const passphrase = notEmpty(await ask(`${t('Passphrase:')} `));
  if (isNew && (await ask(`${t('Once more:')} `)) !== passphrase) {
    throw new AppError(
      'PASSPHRASE_MISSING',
      t('The two passphrases differ.'),
      t('Start again and type it twice.'),
    );
  }
  return passphrase;
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  // readline echoes through its output; a sink keeps the passphrase off the screen.
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: sink, terminal: true });
  const cancel = new AbortController();
  lines.once('SIGINT', () => cancel.abort());
  try {
    return await lines.question('', { signal: cancel.signal });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

function notEmpty(passphrase: string): string {
  if (passphrase === '') throw missing();
  return passphrase;
}

const missing = (): AppError =>
  new AppError(
    'PASSPHRASE_MISSING',
    t('No passphrase was given.'),
    t('Set WITHHELD_PASSPHRASE, use --passphrase-file, or run this on a terminal.'),
  );
