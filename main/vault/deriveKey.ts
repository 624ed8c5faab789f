import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';

export const SALT_BYTES = 16;
export const KEY_BYTES = 32;

/**
 * scrypt with N = 2^17, r = 8, p = 1: 128 MiB and about a third of a second a guess, OWASP's first choice for
 * scrypt. These are part of the file format: another choice would be another kind of file.
 */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 * 1024 };

const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

/**
 * Derives the 32-byte key of a project file. The passphrase is normalised first, since keyboards of different systems
 * write the same accented letter in different bytes.
 * @param salt the 16 bytes with which the file begins.
 * @throws {AppError} `PASSPHRASE_MISSING`.
 */
export async function deriveKey(passphrase: string, salt: Buffer): Promise<Buffer> {
  requirePassphrase(passphrase);
  return derive(passphrase.normalize('NFKC'), salt, KEY_BYTES, COST);
}

/** @throws {AppError} `PASSPHRASE_MISSING`. */
export function requirePassphrase(passphrase: string): void {
  if (passphrase === '') {
    throw new AppError(
      'PASSPHRASE_MISSING',
      t('There is no passphrase.'),
      t('Give a passphrase and try again.'),
    );
  }
}
