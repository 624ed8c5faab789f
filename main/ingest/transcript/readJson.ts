import { isUtf8 } from 'node:buffer';
import { t } from '../../../shared/messages/messages';
import { decodeText } from './decodeText';
import { repeatedKey } from './repeatedKey';
import { unreadable } from './unreadable';

export interface ReadJson {
  value: unknown;
  /** True if each character of its texts is a byte of UTF-8. */
  bytewise: boolean;
  /** Count of the commas that stood behind the last value of a list. */
  commas: number;
  /** Count of the values `NaN`, `Infinity` and `None`, which JSON does not know and Python writes. */
  notNumbers: number;
  notes: string[];
}

/**
 * Reads JSON, and puts right what some programs write. whisper.cpp cuts letters outside ASCII into tokens of single
 * bytes, so what it writes is not valid UTF-8 there. Read as bytes, the tokens of a word can be put together again.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`
 */
export function readJson(bytes: Uint8Array): ReadJson {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bytewise = !isUtf8(buffer) && buffer.includes('"transcription"') && buffer.includes('"tokens"');
  const { text, notes } = bytewise ? { text: buffer.toString('latin1'), notes: [] } : decodeText(bytes);
  const whole = parsed(text);
  if (whole) return { value: unrepeated(whole, text), bytewise, notNumbers: 0, commas: 0, notes };
  let notNumbers = 0;
  let commas = 0;
  const mended = text.replace(
    /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b|\bNone\b|,(?=\s*[}\]])/gu,
    (piece) => {
      if (piece.startsWith('"')) return piece;
      if (piece === ',') {
        commas++;
        return '';
      }
      notNumbers++;
      return 'null';
    },
  );
  const rest = (notNumbers + commas > 0 ? parsed(mended) : null) ?? linesOf(mended);
  if (!rest)
    throw unreadable(
      t('it is not valid JSON.'),
      t('It may be cut off: save it again, or choose another one.'),
    );
  return { value: unrepeated(rest, text), bytewise, notNumbers, commas, notes };
}

/** @throws {AppError} `TRANSCRIPT_UNREADABLE` where the parser left a value out without saying so. */
function unrepeated({ value }: { value: unknown }, text: string): unknown {
  const line = repeatedKey(text);
  if (line === null) return value;
  throw unreadable(
    t('line {line}: an object has the same key twice, and only one of the two would be read.', { line }),
    t('Save the transcript again in the program that wrote it, or rename one of the keys, and try again.'),
  );
}

/**
 * Reads a list of objects that have a line each; null where the first two lines do not.
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`, naming the line that cannot be read.
 */
function linesOf(text: string): { value: unknown } | null {
  const lines = text.split('\n').map((line, i) => ({ line, number: i + 1 }));
  const filled = lines.filter(({ line }) => line.trim() !== '');
  const isObject = (line = '') => line.trim().startsWith('{') && parsed(line) !== null;
  if (filled.length < 2 || !isObject(filled[0]?.line) || !filled[1]?.line.trim().startsWith('{')) return null;
  return {
    value: filled.map(({ line, number }) => {
      const read = parsed(line);
      if (read) return read.value;
      throw unreadable(
        t('line {line}: it is not valid JSON.', { line: number }),
        t('It may be cut off: save it again, or delete the line.'),
      );
    }),
  };
}

/** Parses JSON. It is null where that fails: the parser's own message quotes the text. */
function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}
