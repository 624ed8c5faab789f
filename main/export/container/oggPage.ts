/** Bytes of an Ogg page (RFC 3533) before its table of segment sizes. */
export const OGG_HEADER_BYTES = 27;

/** Returns the bytes of the page that begins with these. Its header with the table has at most 282 bytes. */
export function oggPageLength(bytes: Buffer): number {
  const segments = bytes.readUInt8(26);
  const sizes = bytes.subarray(OGG_HEADER_BYTES, OGG_HEADER_BYTES + segments);
  return OGG_HEADER_BYTES + segments + sizes.reduce((sum, size) => sum + size, 0);
}

/** Computes the CRC-32 of a page whose checksum field is zero: polynomial 0x04c11db7, not reflected. */
export function oggChecksum(page: Uint8Array): number {
  let crc = 0;
  for (const byte of page) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000_0000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}
