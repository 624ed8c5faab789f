import type Database from '@signalapp/sqlcipher';
import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Progress } from '../../shared/contract/envelope';
import { applyCommand, commandSchema, type Command } from '../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../shared/document/document';
import { History, type ChangeKind, type Step } from '../../shared/document/History';
import type { Place } from '../../shared/model/place';
import { brokenInvariants } from '../../shared/document/invariants';
import { temporaryName } from '../system/atomicWrite';
import { ProgressMeter } from '../system/ProgressMeter';
import { claimFile, type Claim } from './claimFile';
import { deriveKey, requirePassphrase, SALT_BYTES } from './deriveKey';
import { DocumentStore } from './DocumentStore';
import { createEmptyFile, publishFile, readSalt, requireNothingAt, requireWritable } from './files';
import { MediaStore, type ByteRange, type MediaPart } from './MediaStore';
import { makeDurable, openDatabase, startBuilding } from './openDatabase';
import { PlaybackStore } from './PlaybackStore';
import { UnlockStore } from './UnlockStore';
import { requireRightKey } from './requireRightKey';
import { APPLICATION_ID, createSchema } from './schema';
import { doesNotFit, notInPlace, notOurs, notTheLast, translated } from './vaultErrors';

export type { ByteRange, MediaPart } from './MediaStore';

export interface StepOptions {
  /** The origin of the change that the step is expected to take back. */
  of?: string | undefined;
  /** The origin by which the step itself is known. */
  origin?: string | undefined;
}

/**
 * The encrypted project file, opened by one program at a time. A command is on the disk when `execute` returns;
 * nothing is ever there in the clear.
 */
export class Vault {
  readonly #database: Database;
  readonly #documents: DocumentStore;
  readonly #media: MediaStore;
  readonly #playback: PlaybackStore;
  readonly #claim: Claim | null;
  /** The key is kept for `saveCopy` as long as the file is open. SQLCipher has it as well. */
  readonly #key: Buffer;
  readonly #salt: Buffer;
  #document: ProjectDocument;
  #history = new History();
  readonly #unlock: UnlockStore;
  /** The place to keep when it is closed, with what can be taken back; null to keep neither. */
  #keeps: Place | null = null;
  #place: Place | null = null;
  #revision = 0;
  #open = true;

  /** Called with every command, when it is on the disk and before `execute` returns. */
  onChange: (command: Command, kind: ChangeKind, origin: string) => void = () => undefined;

  /** True while it has no name yet; it is thrown away as a whole if filling it fails. */
  readonly isBeingMade: boolean;

  private constructor(
    database: Database,
    key: Buffer,
    salt: Buffer,
    made: ProjectDocument | null,
    claim: Claim | null,
  ) {
    this.isBeingMade = made !== null;
    this.#key = Buffer.from(key);
    this.#salt = salt;
    this.#database = database;
    this.#documents = new DocumentStore(database);
    this.#media = new MediaStore(database);
    this.#playback = new PlaybackStore(database, this.#media);
    this.#claim = claim;
    this.#unlock = new UnlockStore(database);
    this.#document = made ?? this.#documents.load();
    const kept = made || this.#documents.hasJournal ? null : this.#unlock.read();
    this.#history = kept?.history ?? this.#history;
    this.#place = kept?.place ?? null;
  }

  /**
   * Makes an empty project under a name that nothing has yet.
   * @throws {AppError} `FILE_EXISTS`, `FILE_NOT_WRITABLE`, `PASSPHRASE_MISSING`, `DISK_FULL`.
   */
  static create(path: string, passphrase: string): Promise<Vault> {
    return Vault.createWith(path, passphrase, () => Promise.resolve());
  }

  /**
   * Makes a project and lets `build` fill it before it gets its name: if that throws there is no file, and a
   * program that is killed leaves at most one `.withheld-….part`, encrypted, in the same folder.
   * @throws {AppError} as `create`, and whatever `build` throws.
   */
  static async createWith(
    path: string,
    passphrase: string,
    build: (vault: Vault) => Promise<void>,
  ): Promise<Vault> {
    await requireNothingAt(path);
    const salt = randomBytes(SALT_BYTES);
    return Vault.#createWithKey(path, await deriveKey(passphrase, salt), salt, build);
  }

  static async #createWithKey(
    path: string,
    key: Buffer,
    salt: Buffer,
    build: (vault: Vault) => Promise<void>,
  ): Promise<Vault> {
    const temporary = temporaryName(path);
    await createEmptyFile(temporary);
    try {
      await Vault.#build(temporary, key, salt, build);
      await publishFile(temporary, path);
    } finally {
      await rm(temporary, { force: true });
    }
    return Vault.#openWithKey(path, key, salt);
  }

  static async #build(
    path: string,
    key: Buffer,
    salt: Buffer,
    build: (vault: Vault) => Promise<void>,
  ): Promise<void> {
    const database = openDatabase(path, key, salt);
    try {
      startBuilding(database);
      translated(() => createSchema(database));
      const vault = new Vault(database, key, salt, emptyDocument(), null);
      await build(vault);
      vault.#documents.compact(vault.#document);
      translated(() => database.exec('COMMIT'));
      makeDurable(database);
    } finally {
      database.close();
    }
  }

  /**
   * Opens a project file.
   * @throws {AppError} `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_EMPTY`, `FILE_NOT_READABLE`,
   * `PASSPHRASE_MISSING`, `PASSPHRASE_WRONG`, `PROJECT_DAMAGED`, `PROJECT_NOT_OURS`, `PROJECT_NEWER`,
   * `PROJECT_BUSY`, `PROJECT_INVALID`, `FILE_NOT_WRITABLE`.
   */
  static async open(path: string, passphrase: string): Promise<Vault> {
    requirePassphrase(passphrase);
    const claim = await claimFile(path);
    try {
      const salt = await readSalt(path);
      await requireWritable(path);
      const key = await deriveKey(passphrase, salt);
      await requireRightKey(path, key, salt);
      return await Vault.#openWithKey(path, key, salt, claim);
    } catch (error) {
      claim.release();
      throw error;
    }
  }

  static async #openWithKey(path: string, key: Buffer, salt: Buffer, claimed?: Claim): Promise<Vault> {
    const claim = claimed ?? (await claimFile(path));
    const database = openDatabase(path, key, salt);
    try {
      makeDurable(database);
      if (translated(() => database.pragma('application_id', { simple: true })) !== APPLICATION_ID) {
        throw notOurs();
      }
      const vault = new Vault(database, key, salt, null, claim);
      // A program that was killed while it sealed a recording left a part of it.
      if (vault.#document.media === null) await vault.clearMedia();
      return vault;
    } catch (error) {
      database.close();
      if (!claimed) claim.release();
      throw error;
    }
  }

  get document(): ProjectDocument {
    return this.#document;
  }

  /**
   * Carries out a command; it is on the disk when this returns. When this throws, nothing has changed.
   * @throws {AppError} `DISK_FULL`, `PROJECT_DAMAGED`, `FILE_NOT_FOUND`; `CHANGE_INVALID` when the command does not fit
   * the document: a document that could not be opened again is not written.
   * @param origin the name by which the command is known from now on.
   */
  execute(command: Command, origin: string = randomUUID()): void {
    this.#carryOut(command, 'do', origin);
  }

  /**
   * Carries out a command that belongs to an earlier one and was not done by a person. `undo` knows nothing of it.
   * @throws {AppError} as `execute`.
   */
  amend(command: Command): void {
    this.#carryOut(command, 'amend', randomUUID());
  }

  /** Number of commands that were carried out since the project was opened. */
  get revision(): number {
    return this.#revision;
  }

  /** The place where somebody was when the project was locked, unless it was changed or closed since. */
  get place(): Place | null {
    return this.#place;
  }

  /**
   * Keeps the place, and what can be taken back, from closing until the next opening; for a project that is being
   * locked. Null keeps neither.
   */
  keepForUnlock(place: Place | null): void {
    this.#keeps = place;
  }

  /** The label of the command that `undo` would take back. */
  get undoLabel(): string | null {
    return this.#history.next('undo')?.command.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#history.next('redo')?.command.label ?? null;
  }

  /**
   * Takes back the last command of this session, as durably as `execute`. Does nothing when there is none.
   * @throws {AppError} as `execute`; `CHANGE_INVALID` when it is not the expected one.
   */
  undo(which: StepOptions = {}): void {
    this.#move('undo', which);
  }

  /** Carries out again the command last taken back. Does nothing when there is none. @throws {AppError} as `undo`. */
  redo(which: StepOptions = {}): void {
    this.#move('redo', which);
  }

  #move(step: Step, { of, origin = randomUUID() }: StepOptions): void {
    const next = this.#history.next(step);
    if (of !== undefined && next?.of !== of) throw notTheLast();
    if (next) this.#carryOut(next.command, step, origin);
  }

  #carryOut(command: Command, kind: ChangeKind, origin: string): void {
    const { document, inverse } = fitted(this.#document, command);
    if (this.#claim?.isInPlace() === false) throw notInPlace();
    this.#documents.append(command, document);
    this.#document = document;
    this.#revision += 1;
    this.#history.add(kind, inverse, origin);
    this.onChange(command, kind, origin);
  }

  /**
   * Makes a second file with all that is in this one and opens it, with the same passphrase. The copy also takes
   * commands that this file cannot take any more, because its disk is full or it was deleted. The playback is left out,
   * since it can be made again.
   * @param more commands that are carried out on the copy alone.
   * @throws {AppError} as `create`; `CHANGE_INVALID`; `PROJECT_DAMAGED` or `FILE_NOT_READABLE` when the recording
   * cannot be read.
   */
  async saveCopy(
    path: string,
    more: readonly Command[],
    { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
  ): Promise<Vault> {
    await requireNothingAt(path);
    const document = more.reduce((before, command) => fitted(before, command).document, this.#document);
    const parts = document.media === null ? [] : (['picture', 'sound'] as const);
    const total = parts.reduce((bytes, part) => bytes + this.mediaSize(part), 0);
    const meter = new ProgressMeter('copy', 'bytes', total, onProgress);
    let done = 0;
    return Vault.#createWithKey(path, Buffer.from(this.#key), this.#salt, async (copy) => {
      for (const part of parts) {
        const counted = async function* (bytes: Readable) {
          for await (const chunk of bytes as AsyncIterable<Buffer>) {
            yield chunk;
            meter.report((done += chunk.length));
          }
        };
        await pipeline(this.readMedia(part), counted, copy.mediaWriter(part), { signal });
      }
      copy.#document = document;
    });
  }

  /** Bytes of a part of the recording; 0 when there is none, or when the playback is not made or not finished. */
  mediaSize(part: MediaPart): number {
    return part === 'playback' ? this.#playback.size : this.#media.size(part);
  }

  /** Returns a stream that seals a part of a recording, for a project that has no recording yet. */
  mediaWriter(part: 'picture' | 'sound'): Writable {
    if (this.#document.media !== null) throw new Error('the project has a recording already');
    return this.#media.writer(part);
  }

  /** Throws away what was sealed of a recording that was not finished. */
  async clearMedia(): Promise<void> {
    if (this.#document.media !== null) throw new Error('the recording is in use');
    await this.#media.clear('picture');
    await this.#media.clear('sound');
    await this.#playback.clear();
  }

  /** Returns a stream that writes what follows the playback's head, while there is no finished playback. */
  playbackWriter(): Writable {
    return this.#playback.writer();
  }

  /** Finishes the playback, whose body is written. From now on it is there, durably. */
  finishPlayback(head: Uint8Array<ArrayBuffer>, peaks: Uint8Array<ArrayBuffer>): void {
    this.#playback.finish(head, peaks);
  }

  /** The peaks of the recording, as given to `finishPlayback`; null without a finished playback. */
  get playbackPeaks(): Uint8Array | null {
    return this.#playback.peaks;
  }

  /**
   * Reads a part of the recording, or a range of its bytes, as fast as the reader takes it.
   * The stream fails with `PROJECT_DAMAGED` at a page of the file that is damaged.
   */
  readMedia(part: MediaPart, range?: ByteRange): Readable {
    const size = this.mediaSize(part);
    const wanted = { from: range?.from ?? 0, to: Math.min(range?.to ?? size, size) };
    return part === 'playback' ? this.#playback.reader(wanted) : this.#media.reader(part, wanted);
  }

  /** Lets go of the file. Closing twice does nothing. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    try {
      if (this.#documents.hasJournal) this.#documents.compact(this.#document);
      if (this.#keeps) this.#unlock.write({ history: this.#history, place: this.#keeps });
      else this.#unlock.clear();
    } catch {
      // A shorter journal is a convenience: every command is in it, and the next opening replays it. It is also a mere
      // convenience to keep what can be taken back.
    } finally {
      this.#key.fill(0);
      this.#database.close();
      this.#claim?.release();
    }
  }
}

/** @throws {AppError} `CHANGE_INVALID`. */
function fitted(before: ProjectDocument, command: Command): ReturnType<typeof applyCommand> {
  try {
    const applied = applyCommand(before, commandSchema.parse(command));
    const [broken] = brokenInvariants(applied.document);
    if (broken !== undefined) throw new Error(broken);
    return applied;
  } catch (error) {
    throw doesNotFit(error);
  }
}
