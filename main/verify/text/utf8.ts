/** @throws {Error} where the bytes are not UTF-8, begin with a mark, or hold control signs other than line ends. */
export function utf8(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (/[\p{Cc}\u2028\u2029\ufeff]/u.test(text.replaceAll('\n', ''))) throw new Error('it has control signs');
  return text;
}
