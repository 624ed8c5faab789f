import { isUtf8 } from 'node:buffer';
import type { z } from 'zod';
import { decodeText } from './decodeText';
import { parseSegmentsJson, segmentsSchema } from './parseSegmentsJson';
import { parseWhisperJson, whisperSchema } from './parseWhisperJson';
import { parseWordsJson, wordsSchema } from './parseWordsJson';
import type { RawTranscript } from './rawWord';
import { unreadable } from './unreadable';

/**
 * whisper.cpp's JSON (`transcription`), that of other Whisper programs (`segments`), or our own (`words`).
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`, naming the path: `words[2].start: expected number, got string`.
 */
export function parseJson(bytes: Uint8Array): RawTranscript {
  const { value, decode } = readJson(bytes);
  if (isObject(value)) {
    if (Object.hasOwn(value, 'transcription')) return parseWhisperJson(checked(whisperSchema, value), decode);
    if (Object.hasOwn(value, 'words')) return parseWordsJson(checked(wordsSchema, value));
    if (Object.hasOwn(value, 'segments')) return parseSegmentsJson(checked(segmentsSchema, value));
  }
  throw unreadable('expected an object with "words" or, from Whisper, "transcription" or "segments".');
}

/**
 * whisper.cpp cuts letters outside ASCII into tokens of single bytes, so what it writes is not valid UTF-8 there.
 * Read as bytes, the tokens of a word can be put together again; `decode` then makes text of them.
 */
function readJson(bytes: Uint8Array): { value: unknown; decode: (text: string) => string } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cut = !isUtf8(buffer) && buffer.includes('"transcription"') && buffer.includes('"tokens"');
  const text = cut ? buffer.toString('latin1') : decodeText(bytes);
  try {
    return {
      value: JSON.parse(text),
      decode: cut ? (word) => decodeText(Buffer.from(word, 'latin1')) : (word) => word,
    };
  } catch {
    // The parser's own message quotes the text.
    throw unreadable('it is not valid JSON.');
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw unreadable(issue ? `${pathOf(issue.path)}: ${reasonOf(issue, value)}.` : 'it has another form.');
}

const pathOf = (path: readonly PropertyKey[]) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./u, '');

/** The issue in words; never zod's own, which may repeat what it found. */
function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_type')
    return `expected ${issue.expected}, got ${kindOf(at(value, issue.path))}`;
  if (issue.code === 'too_small') return `expected ${issue.minimum} or more`;
  if (issue.code === 'too_big') return `expected ${issue.maximum} or less`;
  if (issue.code === 'custom' && issue.message) return issue.message;
  return 'has another form than expected';
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
