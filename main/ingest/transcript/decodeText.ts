import { unreadable } from './unreadable';

const NEXT = 'Save it as UTF-8 text and try again.';

/**
 * Text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one; line ends become LF.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE` for anything else, binary files included: guessed letters would be
 * wrong names.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(`it is not valid ${encoding.toUpperCase()} text.`, NEXT);
  }
  if (text.includes('\0')) throw unreadable('it is not a text file.', NEXT);
  return text.replace(/\r\n?/gu, '\n');
}
