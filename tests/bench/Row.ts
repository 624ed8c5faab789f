import type { Memory, Run } from './runProcess';

/** One line of the table that is printed at the end. */
export interface Row {
  what: string;
  value: string;
  /** The value as a number, and its limit; null where nothing was promised. */
  goal: { value: number; most: number; unit: string } | null;
  /** Absolute figures. */
  beside: string;
}

/**
 * @param ours seconds, one for each round.
 * @param theirs seconds, in the same order. The two run by turns, so that a busy spell hits both.
 */
export function ratioRow(
  what: string,
  ours: readonly number[],
  theirs: readonly number[],
  most: number | null,
  note = '',
): Row {
  const ratios = ours.map((seconds, i) => seconds / (theirs[i] ?? NaN));
  const value = median(ratios);
  return {
    what,
    value: `${value.toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
    goal: most === null ? null : { value, most, unit: '' },
    beside: `${median(ours).toFixed(1)} s over ${median(theirs).toFixed(1)} s${note && `; ${note}`}`,
  };
}

/** Seconds by the clock, and of processor time, which the work of other programs does not make longer. */
export interface Spent {
  seconds: number;
  cpu: number;
}

/** Compares both times of programs that run by turns, in the same order. */
export function spentRow(
  what: string,
  ours: readonly Spent[],
  theirs: readonly Spent[],
  most: number | null,
): Row {
  const [seconds, cpu] = (['seconds', 'cpu'] as const).map((kind) =>
    [ours, theirs].map((runs) => runs.map((run) => run[kind])),
  ) as [[number[], number[]], [number[], number[]]];
  const ofCpu = ratioRow('', ...cpu, null);
  return ratioRow(what, ...seconds, most, `processor time ${ofCpu.value}, ${ofCpu.beside}`);
}

/**
 * Compares exports with what ffmpeg alone needs, their verification with them, and their memory.
 * @param question `most` and `mostVerifying` are the greatest ratios that are wanted.
 */
export function exportRows(
  question: { what: string; than: string; verified?: string; most: number; mostVerifying?: number },
  { ours, theirs }: { ours: readonly Run[]; theirs: readonly Run[] },
): Row[] {
  const { what, than, verified = what, most, mostVerifying = null } = question;
  const made = ours.map(({ secondsUntil, cpuUntil = 0 }): Spent => {
    if (secondsUntil === undefined) throw new Error('nothing was said about verification');
    return { seconds: secondsUntil, cpu: cpuUntil };
  });
  const after = ours.map(({ seconds, cpu }, i): Spent => {
    const { seconds: before, cpu: cpuBefore } = made[i] ?? { seconds: NaN, cpu: NaN };
    return { seconds: seconds - before, cpu: cpu - cpuBefore };
  });
  return [
    spentRow(`${what}, before verification / ${than}`, made, theirs, most),
    spentRow(`verification of ${verified} / its export`, after, made, mostVerifying),
    memoryRow(what, ours, theirs),
  ];
}

export function memoryRow(
  what: string,
  ours: readonly Run[],
  theirs: readonly Run[],
  most: number | null = null,
): Row {
  const peak = (runs: readonly Run[], kind: keyof Memory) =>
    Math.max(...runs.map(({ memory }) => memory[kind]));
  const value = peak(ours, 'own');
  return {
    what: `${what}, peak memory`,
    value: `${value.toFixed(0)} MiB`,
    goal: most === null ? null : { value, most, unit: ' MiB' },
    beside: [
      `with its children ${peak(ours, 'total').toFixed(0)} MiB`,
      ...(theirs.length > 0 ? [`the other ${peak(theirs, 'total').toFixed(0)} MiB`] : []),
    ].join('; '),
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

export function printTable(rows: readonly Row[]): void {
  const cells = rows.map(({ what, value, goal, beside }) => [
    what,
    value,
    goal ? `≤ ${goal.most}${goal.unit}` : '',
    goal ? (goal.value <= goal.most ? 'met' : 'NOT MET') : '',
    beside,
  ]);
  const table = [['what', 'ratio or peak', 'goal', '', 'medians'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
