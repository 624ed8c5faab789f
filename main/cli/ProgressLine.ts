import type { Progress } from '../../shared/contract/envelope';
import { stageWord } from '../../shared/contract/stageWords';
import { locale, t } from '../../shared/messages/messages';
import { clock } from '../../shared/text/clock';
import type { Output } from './Output';

/** Seconds between two states of the line on a terminal. */
const REDRAW_SECONDS = 0.1;
/** Seconds between two lines where lines cannot be overwritten, as in a log: `soonest` if much was done since. */
const LOG_INTERVAL = { soonest: 1, latest: 5 };
/** Share of everything that counts as much. */
const MUCH_SHARE = 0.1;

/** Shows progress on stderr: one line that is rewritten on a terminal, a line now and then elsewhere. */
export class ProgressLine {
  private shownAt = 0;
  private last: Progress | null = null;
  private drawn = false;

  constructor(private readonly out: Output['stderr']) {}

  show(progress: Progress): void {
    const now = performance.now() / 1000;
    if (!this.isDue(progress, now - this.shownAt)) return;
    this.shownAt = now;
    this.last = progress;
    const line = describe(progress);
    if (this.out.isTTY) {
      this.out.write(`\r\u001b[K${line}`);
      this.drawn = true;
    } else {
      this.out.write(`${line}\n`);
    }
  }

  private isDue({ stage, done, total }: Progress, waited: number): boolean {
    if (this.last?.stage !== stage) return true;
    if (this.out.isTTY) return waited >= REDRAW_SECONDS;
    const { soonest, latest } = LOG_INTERVAL;
    return waited >= (done - this.last.done >= MUCH_SHARE * total ? soonest : latest);
  }

  /** Leaves the screen as it was before the line. */
  end(): void {
    if (this.drawn) this.out.write('\r\u001b[K');
    this.drawn = false;
  }
}

/** Describes progress, as in `Transcribing 12:15 of 45:00, elapsed 3:20, about 8:55 left`. */
export function describe({ stage, unit, done, total, elapsed, left, overall }: Progress): string {
  const amount = {
    seconds: () => t('{done} of {total}', { done: clock(done), total: clock(total) }),
    bytes: () => t('{done} of {total} MB', { done: megabytes(done), total: megabytes(total) }),
    steps: () => t('{done} of {total}', { done, total }),
  }[unit]();
  const told = [
    `${stageWord(stage)} ${amount}`,
    ...(overall === undefined ? [] : [t('{percent} % of all', { percent: Math.floor(100 * overall) })]),
    t('elapsed {time}', { time: clock(elapsed) }),
    ...(left === null ? [] : [t('about {time} left', { time: clock(left) })]),
  ];
  return told.join(', ');
}

const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(locale(), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    useGrouping: false,
  }).format(bytes / 1e6);
