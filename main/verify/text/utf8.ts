import { Unreadable } from '../Unreadable';

/**
 * Decodes a text.
 * @throws {Unreadable} when the bytes are not UTF-8, begin with a mark, or hold control signs other than line ends.
 */
export function utf8(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (/[\p{Cc}\u2028\u2029\ufeff]/u.test(text.replaceAll('\n', '')))
    throw new Unreadable('it has control signs');
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Unreadable('it is no UTF-8', { cause });
  }
}
