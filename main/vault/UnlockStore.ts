import type Database from '@signalapp/sqlcipher';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { commandSchema } from '../../shared/document/commands';
import { History, type Next } from '../../shared/document/History';
import { placeSchema, type Place } from '../../shared/model/place';
import { translated } from './vaultErrors';

const nextSchema = z.object({ of: z.string(), command: commandSchema });
const keptSchema = z.object({
  /** The digest of the snapshot that it fits. */
  of: z.string(),
  undo: z.array(nextSchema),
  redo: z.array(nextSchema),
  place: placeSchema,
});

/** Most characters of commands; older ones are not kept. */
const MOST_CHARACTERS = 4_000_000;

/** The state that is found again after a lock. */
export interface Kept {
  history: History;
  place: Place;
}

/**
 * Keeps what can be taken back, and where somebody was, from a lock until the project is opened again. It is in the
 * encrypted file, and only for that time: commands hold words that were deleted, and whoever closes a file may hand it
 * on.
 *
 * It fits the document as it was when it was written; taking commands back in another document could publish what is
 * withheld. So it counts only while the journal is empty, and only for the snapshot that it was written for. A new
 * snapshot deletes it, unless a program that does not know of it writes that snapshot; then the digest does not fit.
 */
export class UnlockStore {
  constructor(private readonly database: Database) {}

  /** @returns null when nothing was kept that fits, or it cannot be read; the interview can be read all the same. */
  read(): Kept | null {
    try {
      if (!this.#exists()) return null;
      const text = z.string().parse(this.database.prepare('SELECT state FROM unlock', { pluck: true }).get());
      const { of, undo, redo, place } = keptSchema.parse(JSON.parse(text));
      if (of !== this.#snapshot()) return null;
      return { history: History.from(undo, redo), place };
    } catch {
      return null;
    }
  }

  /** @throws {AppError} `DISK_FULL`, `PROJECT_DAMAGED`. */
  write({ history, place }: Kept): void {
    const [undo, redo] = [latest(history.all('undo')), latest(history.all('redo'))];
    translated(() => {
      const text = JSON.stringify({ of: this.#snapshot(), undo, redo, place });
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

  #snapshot(): string {
    const text = z
      .string()
      .parse(this.database.prepare('SELECT document FROM snapshot', { pluck: true }).get());
    return createHash('sha256').update(text).digest('hex');
  }

  #exists(): boolean {
    const found = translated(() =>
      this.database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'unlock'", { pluck: true }).get(),
    );
    return found !== undefined;
  }
}

/** Returns the last of them, which are the next to be taken back, as many as there is room for. */
function latest(all: readonly Next[]): readonly Next[] {
  let room = MOST_CHARACTERS;
  const first = all.findLastIndex((next) => (room -= JSON.stringify(next).length) < 0);
  return all.slice(first + 1);
}
