import Database from '@signalapp/sqlcipher';
import { PAGE_BYTES } from './pages';
import { translated } from './vaultErrors';

/** Pages that the write-ahead log may hold before it is moved into the file. */
const CHECKPOINT_PAGES = (4 * 1024 * 1024) / PAGE_BYTES;

/**
 * Opens the encrypted file exclusively: nobody else, in this program or another, can read or write it meanwhile.
 * The kernel lifts that lock however the program ends, and no shared-memory file is needed beside it.
 * @throws {AppError} `PROJECT_BUSY`, `PROJECT_DAMAGED`, `FILE_NOT_WRITABLE`, `DISK_FULL`.
 */
export function openDatabase(path: string, key: Buffer, salt: Buffer): Database {
  const database = translated(() => new Database(path, { cacheStatements: true }));
  try {
    translated(() => {
      // SQLCipher would report every refused page on stderr; people get an AppError instead.
      database.pragma('cipher_log_level = NONE');
      database.pragma(`key = "x'${key.toString('hex')}${salt.toString('hex')}'"`);
      database.pragma(`cipher_page_size = ${PAGE_BYTES}`);
      database.pragma('locking_mode = EXCLUSIVE');
      database.pragma('temp_store = MEMORY');
      database.pragma('secure_delete = ON');
      // This first statement touches the file, so it fails on another's lock or a damaged page.
      database.prepare('SELECT count(*) FROM sqlite_schema').get();
    });
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Makes every commit reach the disk before it is reported; a power cut then leaves the file whole. */
export function makeDurable(database: Database): void {
  translated(() => {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  });
}

/**
 * Prepares a file that nobody has seen yet and that is thrown away unless it is finished: no journal, no waiting for
 * the disk, one transaction for everything. A failure leaves nothing that could be used, and need not.
 */
export function startBuilding(database: Database): void {
  translated(() => {
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.exec('BEGIN EXCLUSIVE');
  });
}
