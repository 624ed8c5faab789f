import { DOCUMENT_VERSION } from './document';

type Json = Record<string, unknown>;

/** Brings the contents of a project file from the version before up to version `to`. */
export interface Migration {
  to: number;
  document(old: Json): Json;
  /**
   * Migrates a command, since the journal may still hold commands of the old version. Absent when commands did not
   * change.
   */
  command?(old: Json): Json;
}

/** Migrations from version 2 on, one for each version without a gap. A published one is never changed again. */
export const MIGRATIONS: readonly Migration[] = [
  // Adds rectangles over the picture. An older program would leave them out, so it must not open such a project.
  { to: 2, document: (old) => ({ ...old, version: 2, covers: [] }) },
  // Adds speech without words, what a person heard there, and words that stand behind others without a space.
  { to: 3, document: (old) => ({ ...old, version: 3, speech: null, wordless: [], overruled: [] }) },
  // Adds speakers that are only proposed. An older program would take them for confirmed ones.
  { to: 4, document: (old) => ({ ...old, version: 4 }) },
  // Adds what was heard again and is not taken yet, words without a place, and the language of each word. An older
  // program would leave them out, or take the file for damaged.
  { to: 5, document: (old) => ({ ...old, version: 5 }) },
  // Adds headings before lines, and markers that somebody chose or that follow the language; the markers that there are
  // stay. An older program would leave headings out, and take a journal with such a choice for damaged.
  { to: 6, document: (old) => ({ ...old, version: 6, chapters: [] }) },
];

/**
 * Brings a document or a journalled command, as parsed from the file, up to the newest version. The result is
 * still to be validated.
 * @param from the version of the file, at most the newest.
 */
export function migrate(
  kind: 'document' | 'command',
  value: Json,
  from: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Json {
  return migrations
    .filter(({ to }) => to > from)
    .reduce((current, migration) => migration[kind]?.(current) ?? current, value);
}

/**
 * Checks that migrations lead one by one to the newest version.
 * @throws {Error} when the list has a gap or does not end at `newest`: a defect found by the first test run.
 */
export function requireConsecutive(migrations: readonly Migration[], newest = DOCUMENT_VERSION): void {
  const expected = Array.from({ length: newest - 1 }, (_, i) => i + 2);
  if (migrations.map(({ to }) => to).join() !== expected.join()) {
    throw new Error(`migrations must lead one by one to version ${newest}`);
  }
}
