/** Bytes `from` inclusive to `to` exclusive. */
export interface Bytes {
  from: number;
  to: number;
}

/**
 * Reads which bytes of `size` a `Range` header asks for (RFC 9110, 14.1.2). Several ranges, or a header that is not a
 * range of bytes, may be answered with the whole, which is null. A range that has no byte in it is `unsatisfiable`.
 */
export function parseRange(header: string | null, size: number): Bytes | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/u.exec(header?.trim() ?? '');
  if (!match) return null;
  const [first = '', last = ''] = match.slice(1);
  if (first === '' && last === '') return null;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return from < to ? { from, to } : 'unsatisfiable';
}
