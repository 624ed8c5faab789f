import { isUtf8 } from 'node:buffer';
import { decodeText } from './decodeText';
import { unreadable } from './unreadable';

export interface ReadJson {
  value: unknown;
  /** Each character of its texts is a byte of UTF-8. */
  bytewise: boolean;
  /** How many values were `NaN` or `Infinity`, which JSON does not know and Python writes. */
  notNumbers: number;
  notes: string[];
}

/**
 * whisper.cpp cuts letters outside ASCII into tokens of single bytes, so what it writes is not valid UTF-8 there.
 * Read as bytes, the tokens of a word can be put together again.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`
 */
export function readJson(bytes: Uint8Array): ReadJson {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bytewise = !isUtf8(buffer) && buffer.includes('"transcription"') && buffer.includes('"tokens"');
  const { text, notes } = bytewise ? { text: buffer.toString('latin1'), notes: [] } : decodeText(bytes);
  const whole = parsed(text);
  if (whole) return { value: whole.value, bytewise, notNumbers: 0, notes };
  let notNumbers = 0;
  const mended = text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gu, (piece) => {
    if (piece.startsWith('"')) return piece;
    notNumbers++;
    return 'null';
  });
  const rest = notNumbers > 0 ? parsed(mended) : null;
  if (!rest)
    throw unreadable('it is not valid JSON.', 'It may be cut off: save it again, or choose another one.');
  return { value: rest.value, bytewise, notNumbers, notes };
}

/** Null where it cannot be read: the parser's own message quotes the text. */
function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}
