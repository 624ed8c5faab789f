import { clock, clockTenths } from '../../../shared/text/clock';

/** Pixels that a time needs to be readable beside the next. */
const APART_PIXELS = 68;
/** Seconds between two times, as people count them. */
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

export interface Tick {
  /** Seconds */
  at: number;
  label: string;
}

/**
 * Finds the times that a ruler shows.
 * @param from,to seconds that are in view.
 * @param width pixels that they have.
 */
export function ticksIn(from: number, to: number, width: number): Tick[] {
  if (to <= from || width <= 0) return [];
  const second = width / (to - from);
  const step = STEPS.find((one) => one * second >= APART_PIXELS) ?? STEPS.at(-1) ?? 1;
  const write = step < 1 ? clockTenths : clock;
  const ticks: Tick[] = [];
  // The steps are counted in whole numbers, since sums of tenths drift.
  for (let i = Math.ceil(from / step - 1e-6); i * step <= to + 1e-6; i++) {
    const at = Number((i * step).toFixed(3));
    ticks.push({ at, label: write(at) });
  }
  return ticks;
}
