import { DOCUMENT_VERSION } from './document';

type Json = Record<string, unknown>;

/** Brings what a project file of the version before holds up to version `to`. */
export interface Migration {
  to: number;
  document(old: Json): Json;
  /** Commands still in the journal are of the old version too. Left out where commands did not change. */
  command?(old: Json): Json;
}

/** Migrations from version 2 on, one for each version without a gap. What is published is never changed again. */
export const MIGRATIONS: readonly Migration[] = [
  // Rectangles over the picture. An older program would leave them out, and must not open such a project.
  { to: 2, document: (old) => ({ ...old, version: 2, covers: [] }) },
  // Speech without words, and what a person heard there; words that stand behind others without a space.
  { to: 3, document: (old) => ({ ...old, version: 3, speech: null, wordless: [], overruled: [] }) },
  // Speakers that are only proposed. An older program would take them for confirmed ones.
  { to: 4, document: (old) => ({ ...old, version: 4 }) },
  // What was heard again and is not taken yet, words without a place, and in which language each is said. An older program
  // would leave them out, or take the file for damaged.
  { to: 5, document: (old) => ({ ...old, version: 5 }) },
  // Headings before lines, and markers that somebody chose or that follow the language: those that there are stay. An older
  // program would leave headings out, and take a journal that has such a choice for damaged.
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

/** @throws {Error} when the list has a gap or does not end at `newest`: a defect found by the first test run. */
export function requireConsecutive(migrations: readonly Migration[], newest = DOCUMENT_VERSION): void {
  const expected = Array.from({ length: newest - 1 }, (_, i) => i + 2);
  if (migrations.map(({ to }) => to).join() !== expected.join()) {
    throw new Error(`migrations must lead one by one to version ${newest}`);
  }
}
