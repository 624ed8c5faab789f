import type { Progress } from '../../shared/contract/envelope';
import { clock } from './clock';

const STAGES: Record<Progress['stage'], string> = {
  import: 'Importing',
  listen: 'Finding speech',
  transcribe: 'Transcribing',
  align: 'Aligning',
  suggest: 'Looking for names',
  export: 'Exporting',
  verify: 'Verifying',
};

/** Seconds between two lines where lines cannot be overwritten, as in a log. */
const LOG_INTERVAL = 5;

/** Shows progress on stderr: one line that is rewritten on a terminal, a line now and then elsewhere. */
export class ProgressLine {
  private shownAt = 0;
  private stage: Progress['stage'] | null = null;
  private drawn = false;

  constructor(private readonly out: NodeJS.WriteStream) {}

  show(progress: Progress): void {
    const now = performance.now() / 1000;
    const due = this.stage !== progress.stage || now - this.shownAt >= (this.out.isTTY ? 0.1 : LOG_INTERVAL);
    if (!due) return;
    this.shownAt = now;
    this.stage = progress.stage;
    const line = describe(progress);
    if (this.out.isTTY) {
      this.out.write(`\r\u001b[K${line}`);
      this.drawn = true;
    } else {
      this.out.write(`${line}\n`);
    }
  }

  /** Leaves the screen as it was before the line. */
  end(): void {
    if (this.drawn) this.out.write('\r\u001b[K');
    this.drawn = false;
  }
}

/** `Transcribing 12:15 of 45:00, elapsed 3:20, about 8:55 left`. */
export function describe({ stage, unit, done, total, elapsed, left }: Progress): string {
  const amount = {
    seconds: `${clock(done)} of ${clock(total)}`,
    bytes: `${megabytes(done)} of ${megabytes(total)} MB`,
    steps: `${done} of ${total}`,
  }[unit];
  const rest = left === null ? '' : `, about ${clock(left)} left`;
  return `${STAGES[stage]} ${amount}, elapsed ${clock(elapsed)}${rest}`;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
