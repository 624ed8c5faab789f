import { hkdfSync } from 'node:crypto';
import { vi } from 'vitest';

/**
 * Seals the projects of these tests with a key that takes no time to derive. scrypt takes a third of a second at each
 * making and opening, which is most of what many tests would wait for. Files of this kind cannot be opened elsewhere,
 * so tests that share a project with another process, and tests of the passphrase itself, run without it.
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
