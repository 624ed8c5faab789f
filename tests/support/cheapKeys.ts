import { hkdfSync } from 'node:crypto';
import { vi } from 'vitest';

/**
 * Projects of these tests are sealed with a key that takes no time to derive: scrypt's third of a second, at each making
 * and each opening, is most of what many of them would wait for. Files of this kind open nowhere else, so tests that share
 * a project with another process, and those of the passphrase itself, run without it.
 */
vi.mock('../../main/vault/deriveKey', async (original) => {
  const real = await original<typeof import('../../main/vault/deriveKey')>();
  return {
    ...real,
    deriveKey: async (passphrase: string, salt: Buffer) => {
      real.requirePassphrase(passphrase);
      return Promise.resolve(Buffer.from(hkdfSync('sha256', passphrase.normalize('NFKC'), salt, 'test', 32)));
    },
  };
});
