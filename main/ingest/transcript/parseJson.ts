import { z } from 'zod';
import { parseWhisperJson, whisperSchema } from './parseWhisperJson';
import { parseWordsJson, wordsSchema } from './parseWordsJson';
import type { RawTranscript } from './rawWord';
import { unreadable } from './unreadable';

/**
 * whisper.cpp's JSON (`transcription`) or our own (`words`).
 * @throws {AppError} `TRANSCRIPT_UNREADABLE`, naming the path: `words[2].start: expected number, got string`.
 */
export function parseJson(text: string): RawTranscript {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw unreadable('it is not valid JSON.');
  }
  const object = z.record(z.string(), z.unknown()).safeParse(value);
  if (object.success && 'transcription' in object.data)
    return parseWhisperJson(checked(whisperSchema, value));
  if (object.success && 'words' in object.data) return parseWordsJson(checked(wordsSchema, value));
  throw unreadable('expected an object with "words" or, from whisper.cpp, "transcription".');
}

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
