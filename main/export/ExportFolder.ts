import type { Dirent } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { ExportRecord } from '../../shared/document/document';
import { describeFile, type FileDescription } from '../published/describeFile';
import { temporaryName, writeError } from '../system/atomicWrite';
import { makeFolder } from '../system/makeFolder';

const STAGING = /^\.withheld-[0-9a-f]{16}\.part$/;

/**
 * The folder that will be published. Files are made in a hidden folder inside it, and are moved up all together. The
 * hidden folder is on the same disk, and can be written wherever the folder can.
 */
export class ExportFolder {
  readonly #published: string[] = [];

  private constructor(
    private readonly path: string,
    /** The hidden folder for the files of this export. */
    readonly staging: string,
    private readonly created: boolean,
    /** Names of the files that earlier exports left in the folder. */
    private readonly earlier: readonly string[],
  ) {}

  /**
   * Creates the folder if need be. It may hold an earlier export of the same project, untouched. Anything else in it is
   * refused, since it would be published too.
   * @throws {AppError} `FILE_EXISTS`, `FILE_NOT_WRITABLE`, `DISK_FULL`.
   */
  static async open(path: string, exports: readonly ExportRecord[]): Promise<ExportFolder> {
    try {
      const created = await makeFolder(path);
      const earlier = await earlierFiles(path, exports);
      const staging = temporaryName(join(path, 'export'));
      await mkdir(staging, { mode: 0o700 });
      return new ExportFolder(path, staging, created, earlier);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw occupied();
      throw writeError(error);
    }
  }

  /** Describes the files made so far. @param known descriptions of files that were not written since. */
  async files(known: readonly FileDescription[] = []): Promise<FileDescription[]> {
    const names = (await readdir(this.staging)).sort();
    const before = new Map(known.map((file) => [file.name, file]));
    return Promise.all(names.map(async (name) => before.get(name) ?? describeFile(this.staging, name)));
  }

  /** Moves the files up, each once it is safely on the disk. Removes what is left of an earlier export. */
  async publish(): Promise<void> {
    for (const name of await readdir(this.staging)) {
      const file = await open(join(this.staging, name), 'r+');
      await file.sync();
      await file.close();
      await rename(join(this.staging, name), join(this.path, name));
      this.#published.push(name);
    }
    for (const name of this.earlier) {
      if (!this.#published.includes(name)) await rm(join(this.path, name));
    }
    await rm(this.staging, { recursive: true });
  }

  /** Takes back what this export made. A file that took the place of an earlier export's is verified, and stays. */
  async abandon(): Promise<void> {
    await rm(this.staging, { recursive: true, force: true });
    for (const name of this.#published) {
      if (!this.earlier.includes(name)) await rm(join(this.path, name), { force: true });
    }
    // This fails where the folder is not empty, which then stays.
    if (this.created) await rmdir(this.path).catch(() => undefined);
  }
}

/** Returns the names of the files that earlier exports of this project left in the folder. Refuses all others. */
async function earlierFiles(path: string, exports: readonly ExportRecord[]): Promise<string[]> {
  const ours = new Set(exports.flatMap(({ files }) => files.map(({ name, sha256 }) => `${name} ${sha256}`)));
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries) {
    if (isStaging(entry)) continue;
    if (!entry.isFile()) throw occupied();
    const { name, sha256 } = await describeFile(path, entry.name);
    if (!ours.has(`${name} ${sha256}`)) throw occupied();
  }
  // A killed export leaves its hidden folder behind, and nobody has verified what is in that.
  for (const { name } of entries.filter(isStaging)) await rm(join(path, name), { recursive: true });
  return entries.filter((entry) => !isStaging(entry)).map(({ name }) => name);
}

const isStaging = (entry: Dirent): boolean => entry.isDirectory() && STAGING.test(entry.name);

const occupied = () =>
  new AppError(
    'FILE_EXISTS',
    t('The folder to export to holds something that is not an export of this interview.'),
    t('Choose a new or an empty folder.'),
  );
