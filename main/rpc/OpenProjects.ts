import { AppError } from '../../shared/contract/errors';
import type { Vault } from '../vault/Vault';

/** The projects that are open, by handle. A handle is what callers hold instead of a passphrase. */
export class OpenProjects {
  private readonly vaults = new Map<string, Vault>();
  private opened = 0;

  add(vault: Vault): string {
    const handle = `p${++this.opened}`;
    this.vaults.set(handle, vault);
    return handle;
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
}
