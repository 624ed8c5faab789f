import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lets one program run for each folder. The second one leaves a note for the first. */
export class InstanceLock {
  private readonly folder: string;
  private readonly lock: string;

  constructor(userData: string) {
    this.folder = join(userData, 'instance');
    this.lock = join(this.folder, 'lock');
  }

  /** @returns true when this program is the first. If not, the first has been told how this one was started. */
  request(onSecond: (args: string[], folder: string) => void): boolean {
    mkdirSync(this.folder, { recursive: true });
    if (this.holderLives()) {
      writeFileSync(join(this.folder, `${process.pid}.json`), JSON.stringify([process.argv, process.cwd()]));
      return false;
    }
    writeFileSync(this.lock, String(process.pid));
    const watcher = watch(this.folder, () => this.readNotes(onSecond));
    process.on('exit', () => {
      watcher.close();
      rmSync(this.folder, { recursive: true, force: true });
    });
    return true;
  }

  private holderLives(): boolean {
    try {
      process.kill(Number(readFileSync(this.lock, 'utf8')), 0);
      return true;
    } catch {
      return false;
    }
  }

  private readNotes(onSecond: (args: string[], folder: string) => void): void {
    for (const name of readdirSync(this.folder).filter((file) => file.endsWith('.json'))) {
      try {
        const note = join(this.folder, name);
        const [args, folder] = JSON.parse(readFileSync(note, 'utf8')) as [string[], string];
        rmSync(note);
        onSecond(args, folder);
      } catch {
        // The note is still being written, and the next change tells of it again.
      }
    }
  }
}
