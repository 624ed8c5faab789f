import type Database from '@signalapp/sqlcipher';
import { z } from 'zod';
import { commandSchema } from '../../shared/document/commands';
import { History, type Next } from '../../shared/document/History';
import { placeSchema, type Place } from '../../shared/model/place';
import { translated } from './vaultErrors';

const nextSchema = z.object({ of: z.string(), command: commandSchema });
const keptSchema = z.object({
  undo: z.array(nextSchema),
  redo: z.array(nextSchema),
  place: placeSchema,
});

/** Characters: what could be taken back longer ago than so many is not kept. */
const MOST_CHARACTERS = 4_000_000;

/** What is found again after a lock. */
export interface Kept {
  history: History;
  place: Place;
}

/**
 * What can be taken back, and where somebody was, from a lock until the project is opened again. It is in the encrypted
 * file, and only then: commands hold words that were deleted, and whoever closes a file may hand it on.
 *
 * It fits the document as it was when it was written. So it counts only as long as nothing is in the journal, and a new
 * snapshot takes it along.
 */
export class UnlockStore {
  constructor(private readonly database: Database) {}

  /** @returns null where nothing was kept, or what was cannot be read: the interview can, all the same. */
  read(): Kept | null {
    try {
      if (!this.#exists()) return null;
      const text = z.string().parse(this.database.prepare('SELECT state FROM unlock', { pluck: true }).get());
      const { undo, redo, place } = keptSchema.parse(JSON.parse(text));
      return { history: History.from(undo, redo), place };
    } catch {
      return null;
    }
  }

  /** @throws {AppError} `DISK_FULL`, `PROJECT_DAMAGED`. */
  write({ history, place }: Kept): void {
    const [undo, redo] = [latest(history.all('undo')), latest(history.all('redo'))];
    const text = JSON.stringify({ undo, redo, place });
    translated(() => {
      this.database.exec(
        'CREATE TABLE IF NOT EXISTS unlock (id INTEGER PRIMARY KEY CHECK (id = 1), state TEXT NOT NULL) STRICT',
      );
      this.database.prepare('INSERT OR REPLACE INTO unlock (id, state) VALUES (1, ?)').run([text]);
    });
  }

  /** @throws {AppError} `DISK_FULL`, `PROJECT_DAMAGED`. */
  clear(): void {
    if (this.#exists()) translated(() => this.database.exec('DELETE FROM unlock'));
  }

  #exists(): boolean {
    const found = translated(() =>
      this.database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'unlock'", { pluck: true }).get(),
    );
    return found !== undefined;
  }
}

/** The last of them, which are the next to be taken back, as many as there is room for. */
function latest(all: readonly Next[]): readonly Next[] {
  let room = MOST_CHARACTERS;
  const first = all.findLastIndex((next) => (room -= JSON.stringify(next).length) < 0);
  return all.slice(first + 1);
}
