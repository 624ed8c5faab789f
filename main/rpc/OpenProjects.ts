import type { Readable } from 'node:stream';
import { AppError } from '../../shared/contract/errors';
import type { AppEvent } from '../../shared/contract/events';
import type { Command } from '../../shared/project/commands';
import type { ByteRange, Vault } from '../vault/Vault';

/** The projects that are open, by handle. A handle is what callers hold instead of a passphrase. */
export class OpenProjects {
  private readonly vaults = new Map<string, Vault>();
  private opened = 0;
  /** Whose command is being carried out. */
  private origin: string | undefined;

  constructor(private readonly onEvent: (event: AppEvent) => void) {}

  get count(): number {
    return this.vaults.size;
  }

  add(vault: Vault): string {
    const handle = `p${++this.opened}`;
    this.vaults.set(handle, vault);
    vault.onChange = (command) => {
      const { origin } = this;
      this.onEvent({
        type: 'changed',
        project: handle,
        command,
        ...(origin !== undefined && { origin }),
        ...stateOf(vault),
      });
    };
    return handle;
  }

  /** Carries out a client's own command. */
  execute(handle: string, command: Command, origin: string | undefined): void {
    this.origin = origin;
    try {
      this.get(handle).execute(command);
    } finally {
      this.origin = undefined;
    }
  }

  /** @throws {AppError} `PROJECT_INVALID` when nothing is open under the handle. */
  get(handle: string): Vault {
    const vault = this.vaults.get(handle);
    if (!vault) throw new AppError('PROJECT_INVALID', 'That project is not open.', 'Open it and try again.');
    return vault;
  }

  close(handle: string): void {
    const vault = this.get(handle);
    this.vaults.delete(handle);
    vault.close();
  }

  closeAll(): void {
    for (const handle of [...this.vaults.keys()]) this.close(handle);
  }

  playback(handle: string): { size: number; read: (range: ByteRange) => Readable } | null {
    const vault = this.vaults.get(handle);
    const size = vault?.mediaSize('playback') ?? 0;
    return vault && size > 0 ? { size, read: (range) => vault.readMedia('playback', range) } : null;
  }
}

/** Where a document is after a change. */
export const stateOf = ({ revision, undoLabel, redoLabel }: Vault) => ({
  revision,
  undo: undoLabel,
  redo: redoLabel,
});
