import type { Progress } from '../../shared/contract/envelope';

/** Seconds between two reports of one stage: often enough to look alive, seldom enough to cost nothing. */
const REPORT_SECONDS = 0.2;
/** Seconds of work before its pace says anything about the rest. */
const PACE_KNOWN_SECONDS = 2;

/** Turns "so much is done" into the reports that clients get: elapsed time, and time left at the pace so far. */
export class ProgressMeter {
  readonly #started = performance.now();
  #told = -Infinity;

  constructor(
    private readonly stage: Progress['stage'],
    private readonly unit: Progress['unit'],
    private readonly total: number,
    private readonly onProgress: ((progress: Progress) => void) | undefined,
    /** The amount done before, in the meter's unit; it says nothing about the pace. */
    private readonly begun = 0,
  ) {}

  /** @param done in the meter's unit; more than the total counts as all. */
  report(done: number): void {
    const elapsed = (performance.now() - this.#started) / 1000;
    const all = done >= this.total;
    if (!this.onProgress || (elapsed - this.#told < REPORT_SECONDS && !all)) return;
    this.#told = elapsed;
    const reached = Math.min(Math.max(done, 0), this.total);
    this.onProgress({
      stage: this.stage,
      unit: this.unit,
      done: reached,
      total: this.total,
      elapsed,
      left: this.#left(reached, elapsed),
    });
  }

  #left(reached: number, elapsed: number): number | null {
    if (reached >= this.total) return 0;
    if (reached <= this.begun || elapsed < PACE_KNOWN_SECONDS) return null;
    return (elapsed * (this.total - reached)) / (reached - this.begun);
  }
}
