import { basename, dirname, join } from 'node:path';
import { describeFile } from '../published/describeFile';
import { probeExport, type ExportProbe } from './container/probeExport';
import { Unreadable } from './Unreadable';

/**
 * One file of an export, as it lies on the disk during one verification. It is hashed once and probed once, when the first
 * check asks for that; checks that ask later get the same answer, a failure included.
 */
export class ExportedFile {
  #description: ReturnType<typeof describeFile> | undefined;
  #probe: Promise<ExportProbe> | undefined;

  /** @param name by which checks call the file: its name in the folder. */
  constructor(
    readonly path: string,
    readonly name = basename(path),
    private readonly signal?: AbortSignal,
  ) {}

  /** Returns its name, size and SHA-256. */
  describe(): ReturnType<typeof describeFile> {
    return (this.#description ??= describeFile(dirname(this.path), basename(this.path)));
  }

  /** @throws {AppError} `TOOL_FAILED` when it is not a recording, `TOOL_MISSING`, `CANCELLED`. */
  probe(): Promise<ExportProbe> {
    return (this.#probe ??= probeExport(this.path, this.signal));
  }

  /** Returns ffprobe's facts about its sound. */
  async sound(): Promise<ExportProbe['streams'][number]> {
    const { streams } = await this.probe();
    const sound = streams.find(({ codec_type }) => codec_type === 'audio');
    if (!sound) throw new Unreadable('there is no sound');
    return sound;
  }
}

/** The folder of an export during one verification. */
export class ExportedFolder {
  readonly #files = new Map<string, ExportedFile>();

  constructor(
    readonly path: string,
    private readonly signal?: AbortSignal,
  ) {}

  /** Returns a file; always the same object for the same name. */
  file(name: string): ExportedFile {
    const file = this.#files.get(name) ?? new ExportedFile(join(this.path, name), name, this.signal);
    this.#files.set(name, file);
    return file;
  }
}
