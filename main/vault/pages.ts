import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { SALT_BYTES } from './deriveKey';

/**
 * Bytes of a page: SQLite's largest, so that a media chunk takes the fewest pages and writes. It is part of the file
 * format; SQLCipher cannot find it out by itself.
 */
export const PAGE_BYTES = 65536;

const HMAC_BYTES = 64;
const HMAC_SALT_MASK = 0x3a;

/**
 * Tells which pages of a project file were written with a key, without SQLCipher, which gives the same answer
 * to a wrong key and to a damaged page. The layout is that of SQLCipher 4: ciphertext, 16 bytes of IV, 64
 * bytes of HMAC-SHA512 over both and the page number; the first page begins with the salt instead.
 */
export class PageCheck {
  readonly #hmacKey: Buffer;

  constructor(key: Buffer, salt: Buffer) {
    const hmacSalt = salt.map((byte) => byte ^ HMAC_SALT_MASK);
    this.#hmacKey = pbkdf2Sync(key, hmacSalt, 2, key.length, 'sha512');
  }

  /** @param number counts from 1, as SQLite does. */
  verifies(page: Buffer, number: number): boolean {
    if (page.length !== PAGE_BYTES) return false;
    const from = number === 1 ? SALT_BYTES : 0;
    const numberBytes = Buffer.alloc(4);
    numberBytes.writeUInt32LE(number);
    const hmac = createHmac('sha512', this.#hmacKey)
      .update(page.subarray(from, PAGE_BYTES - HMAC_BYTES))
      .update(numberBytes)
      .digest();
    return timingSafeEqual(hmac, page.subarray(PAGE_BYTES - HMAC_BYTES));
  }
}
