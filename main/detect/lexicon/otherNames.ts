import { DIMINUTIVES } from './data/diminutives';
import { words } from './data/words';
import { fold, romanKey } from '../../../shared/text/romanKey';
import { lazy } from './lazy';

interface Row {
  full: string[];
  short: string[];
}

/** Rows by the key of each of their names. */
const rows = lazy(() => {
  const byFull = new Map<string, Row[]>();
  const byShort = new Map<string, Row[]>();
  const add = (index: Map<string, Row[]>, name: string, row: Row) => {
    const key = romanKey(name);
    const known = index.get(key);
    if (known?.includes(row)) return;
    if (known) known.push(row);
    else index.set(key, [row]);
  };
  for (const line of DIMINUTIVES.split('\n')) {
    const [full = '', short] = line.split(':');
    if (short === undefined) continue;
    const row: Row = { full: words(full).map(fold), short: words(short).map(fold) };
    for (const name of row.full) add(byFull, name, row);
    for (const name of row.short) add(byShort, name, row);
  }
  return { byFull, byShort };
});

/**
 * Returns what else somebody with a given name is called every day. For a full name these are its short forms; for a
 * short form, the full names that it may stand for and their other short forms. Folded, in the script of the list they
 * come from.
 * @param folded a given name in any script.
 */
export function otherNames(folded: string): string[] {
  const { byFull, byShort } = rows();
  const key = romanKey(folded);
  const others = new Set<string>();
  for (const { full, short } of byFull.get(key) ?? [])
    for (const name of [...full, ...short]) others.add(name);
  for (const { full, short } of byShort.get(key) ?? [])
    for (const name of [...full, ...short]) others.add(name);
  for (const name of others) if (romanKey(name) === key) others.delete(name);
  return [...others];
}
