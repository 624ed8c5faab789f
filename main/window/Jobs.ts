import { waitUntil } from './waitUntil';

/** Counts the long calls that run: those that have told their progress and have not ended. */
export class Jobs {
  private readonly running = new Set<symbol>();

  /** @param onBusy called when the first starts, and when the last has ended. */
  constructor(private readonly onBusy: (busy: boolean) => void) {}

  get busy(): boolean {
    return this.running.size > 0;
  }

  /** Runs a call, which becomes a job when it first tells its progress. */
  async follow<T, P>(call: (onProgress: (progress: P) => void) => Promise<T>, tell: (progress: P) => void) {
    const job = Symbol('job');
    try {
      return await call((progress) => {
        if (!this.busy) this.onBusy(true);
        this.running.add(job);
        tell(progress);
      });
    } finally {
      if (this.running.delete(job) && !this.busy) this.onBusy(false);
    }
  }

  /** Waits until no job runs, at most `limit` milliseconds. */
  async settled(limit: number): Promise<void> {
    await waitUntil(() => !this.busy, limit);
  }
}
