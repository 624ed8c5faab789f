import type Database from '@signalapp/sqlcipher';
import { DOCUMENT_VERSION } from '../../shared/document/document';

/** "WHLD": tells `file` and ourselves whose database this is. */
export const APPLICATION_ID = 0x57484c44;

/**
 * Creates the tables of a project. The document is the snapshot with the journal's commands applied in order. Media lie
 * in chunks of 1 MiB, the last one shorter, numbered from 0.
 */
export function createSchema(database: Database): void {
  database.exec(`
    PRAGMA application_id = ${APPLICATION_ID};
    PRAGMA user_version = ${DOCUMENT_VERSION};
    CREATE TABLE snapshot (id INTEGER PRIMARY KEY CHECK (id = 1), document TEXT NOT NULL) STRICT;
    CREATE TABLE journal (sequence INTEGER PRIMARY KEY, command TEXT NOT NULL) STRICT;
    CREATE TABLE picture (chunk INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE sound (chunk INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  `);
}

/**
 * Creates the tables of what the player plays, in chunks like the other media. Its head is known last and lies in a row
 * of its own, with the peaks of the sound. That row says that all of it is there. The tables are made when first
 * needed, since older projects have neither.
 */
export function createPlayback(database: Database): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS playback (chunk INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS playback_head (
      id INTEGER PRIMARY KEY CHECK (id = 1), head BLOB NOT NULL, peaks BLOB NOT NULL
    ) STRICT;
  `);
}
