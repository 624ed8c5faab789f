import { t } from '../../../shared/messages/messages';
import { otherKind, type JsonKind } from '../../../shared/model/jsonKind';
import type { Oddities } from './Oddities';
import { unreadable } from './unreadable';

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the first value that an object has under one of several keys; only its own keys count. */
export const valueOf = (object: JsonObject, ...keys: string[]): unknown =>
  keys
    .map((key) => (Object.hasOwn(object, key) ? object[key] : undefined))
    .find((value) => value !== undefined && value !== null);

/** @throws {AppError} `TRANSCRIPT_UNREADABLE`, naming the path. */
export function listAt(value: unknown, path: string): JsonObject[] {
  if (!Array.isArray(value)) throw unreadable(expected('array', value, path));
  return value.map((entry, i) => {
    if (!isObject(entry)) {
      throw unreadable(expected('object', entry, `${path}[${i}]`));
    }
    return entry;
  });
}

/** Reads a text, or a number as one; null where there is none. @throws {AppError} `TRANSCRIPT_UNREADABLE` */
export function textAt(value: unknown, path: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw unreadable(expected('string', value, path));
}

/** Reads a number, also one written as text, with `s` behind it, or as a clock; null where there is none. */
export function timeAt(value: unknown, odd: Oddities): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string') {
    const text = value.trim().replace(',', '.');
    if (/^-?\d+(?:\.\d+)?s?$/u.test(text)) return Number(text.replace(/s$/u, ''));
    if (/^\d{1,3}(?::\d{1,2}){1,2}(?:\.\d+)?$/u.test(text)) {
      return text.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);
    }
  }
  odd.count('timesAsText');
  return null;
}

export function confidenceAt(value: unknown, odd: Oddities): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  odd.count('confidence');
  return undefined;
}

/** Reads a label, or an object that has one. Programs that only count speakers give a number, also as text. */
export function speakerAt(value: unknown, odd?: Oddities): string | number | undefined {
  if (typeof value === 'number') return value;
  if (isObject(value)) {
    const label = speakerAt(valueOf(value, 'name', 'label', 'display_name', 'speaker', 'id'));
    if (label === undefined) odd?.count('speakers');
    return label;
  }
  if (Array.isArray(value) || typeof value === 'boolean') odd?.count('speakers');
  if (typeof value !== 'string' || value.trim() === '?') return undefined;
  return /^\s*\d+\s*$/u.test(value) ? Number(value) : value;
}

/** Says what should stand at a path, and of what kind it is instead. */
const expected = (kind: JsonKind, value: unknown, path: string): string =>
  t('{path}: {problem}.', { path, problem: otherKind(kind, value) });
