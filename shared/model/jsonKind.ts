import { t } from '../messages/messages';

/** A kind of value in JSON; `undefined` where there is none. */
export type JsonKind = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null' | 'undefined';

/** Says what should stand in a place of a JSON file, and what stands there. It quotes nothing from the file. */
export function otherKind(wanted: JsonKind | 'int', value: unknown): string {
  const got = kindOf(value);
  return got === 'undefined'
    ? t('expected {wanted}, got nothing', { wanted: kindName(wanted) })
    : t('expected {wanted}, got {got}', { wanted: kindName(wanted), got: kindName(got) });
}

function kindOf(value: unknown): JsonKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const kind = typeof value;
  // JSON has no other kinds.
  return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'undefined'
    ? kind
    : 'object';
}

const kindName = (kind: JsonKind | 'int'): string =>
  t(
    '{kind, select, string {text} number {a number} int {a whole number} boolean {true or false} array {a list} object {an object} null {null} other {something else}}',
    { kind },
  );
