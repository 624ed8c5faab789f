import type Database from '@signalapp/sqlcipher';
import * as z from 'zod';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { applyCommand, commandSchema, type Command } from '../../shared/document/commands';
import { DOCUMENT_VERSION, documentSchema, type ProjectDocument } from '../../shared/document/document';
import { brokenInvariants } from '../../shared/document/invariants';
import { migrate } from '../../shared/document/migrations';
import { UnlockStore } from './UnlockStore';
import { invalid, translated } from './vaultErrors';

/** Characters; a journal shorter than this is never worth a new snapshot. */
const JOURNAL_ALLOWANCE_CHARACTERS = 1_000_000;

const objectSchema = z.record(z.string(), z.unknown());

/** Keeps the document on disk: a snapshot, and the journal of the commands carried out since. */
export class DocumentStore {
  #snapshotLength = 0;
  #journalLength = 0;

  constructor(readonly database: Database) {}

  /**
   * @throws {AppError} `PROJECT_NEWER`, `PROJECT_INVALID`, `PROJECT_DAMAGED`.
   */
  load(): ProjectDocument {
    const version = this.#version();
    if (version > DOCUMENT_VERSION) throw newer(version);
    const snapshot = translated(() =>
      this.database.prepare('SELECT document FROM snapshot', { pluck: true }).get(),
    );
    const journal = translated(() =>
      this.database.prepare('SELECT command FROM journal ORDER BY sequence', { pluck: true }).all(),
    );
    const document = this.#replay(snapshot, journal, version);
    if (version < DOCUMENT_VERSION) this.compact(document);
    return document;
  }

  #version(): number {
    return z.number().parse(translated(() => this.database.pragma('user_version', { simple: true })));
  }

  #replay(snapshot: unknown, journal: readonly unknown[], version: number): ProjectDocument {
    try {
      const text = z.string().parse(snapshot);
      this.#snapshotLength = text.length;
      let document = documentSchema.parse(
        migrate('document', objectSchema.parse(JSON.parse(text) as unknown), version),
      );
      for (const entry of journal) {
        const line = z.string().parse(entry);
        this.#journalLength += line.length;
        const command = commandSchema.parse(
          migrate('command', objectSchema.parse(JSON.parse(line) as unknown), version),
        );
        ({ document } = applyCommand(document, command));
      }
      const [broken] = brokenInvariants(document);
      if (broken !== undefined) throw new Error(broken);
      return document;
    } catch (error) {
      throw invalid(error);
    }
  }

  /**
   * Makes a command that led to `document` durable. A long journal becomes a new snapshot in the same step, so
   * that opening stays fast and writing costs, on average, a few times the size of the commands.
   * @throws {AppError} `DISK_FULL`, `PROJECT_DAMAGED`; then nothing was written.
   */
  append(command: Command, document: ProjectDocument): void {
    const line = JSON.stringify(command);
    if (this.#journalLength + line.length > Math.max(JOURNAL_ALLOWANCE_CHARACTERS, this.#snapshotLength)) {
      this.compact(document);
      return;
    }
    translated(() => this.database.prepare('INSERT INTO journal (command) VALUES (?)').run([line]));
    this.#journalLength += line.length;
  }

  /** Writes the document as a whole and empties the journal; either both happen or neither. */
  compact(document: ProjectDocument): void {
    const text = JSON.stringify(document);
    this.#atomically(() => {
      this.database.prepare('INSERT OR REPLACE INTO snapshot (id, document) VALUES (1, ?)').run([text]);
      this.database.exec(`DELETE FROM journal; PRAGMA user_version = ${DOCUMENT_VERSION}`);
      // What was kept for unlocking fits only the snapshot that was there before.
      new UnlockStore(this.database).clear();
    });
    this.#snapshotLength = text.length;
    this.#journalLength = 0;
  }

  get hasJournal(): boolean {
    return this.#journalLength > 0;
  }

  #atomically(action: () => void): void {
    translated(() => {
      this.database.exec('SAVEPOINT compaction');
      try {
        action();
        this.database.exec('RELEASE compaction');
      } catch (error) {
        this.#takeBack();
        throw error;
      }
    });
  }

  #takeBack(): void {
    try {
      this.database.exec('ROLLBACK TO compaction; RELEASE compaction');
    } catch {
      // On a full disk SQLite has already taken everything back, and no longer knows the savepoint.
    }
  }
}

const newer = (version: number): AppError =>
  new AppError(
    'PROJECT_NEWER',
    t('The interview was made by a newer Withheld (file format {version}; this one reads up to {newest}).', {
      version,
      newest: DOCUMENT_VERSION,
    }),
    t('Update Withheld and open it again.'),
  );
